import { transDate } from "../../systempay/trans-key";
import type { Source } from "./messages";

type Fields = Record<string, string>;

/** What a merchant, or the daily batch, may do to a payment once it is made. */
export const operations = {
  capture: "Remettre en banque",
  cancel: "Annuler",
  refund: "Rembourser",
  expire: "Laisser expirer",
} as const;
export type BackOfficeOperation = keyof typeof operations;

const statuses = { capture: "CAPTURED", cancel: "CANCELLED", expire: "EXPIRED" } as const;

/** The result after an operation; a refund is another transaction, with a number of the gateway's own. */
export function resultAfter(
  operation: BackOfficeOperation,
  result: Fields,
  { now, uuid }: { now: Date; uuid: string },
): Fields {
  if (operation !== "refund") return { ...result, vads_trans_status: statuses[operation] };
  const number = Number.parseInt(uuid.slice(0, 8), 16) % 100_000;
  return {
    ...result,
    vads_effective_creation_date: transDate(now),
    vads_operation_type: "CREDIT",
    vads_payment_src: "BO",
    vads_presentation_date: transDate(now),
    vads_trans_date: transDate(now),
    vads_trans_id: `9${String(number).padStart(5, "0")}`,
    vads_trans_status: "AUTHORISED",
    vads_trans_uuid: uuid.replaceAll("-", ""),
  };
}

export const sourceOf = (operation: BackOfficeOperation): Source =>
  operation === "capture" || operation === "expire" ? "BATCH" : "MERCH_BO";
