import { createHash } from "node:crypto";
import { transDate } from "../../systempay/trans-key";
import type { TestCard } from "./cards";

type Fields = Record<string, string>;

/** How the payer's page ended: with a card, or given up. */
export type Ending = { card: TestCard; month: string; year: string; toValidate: boolean } | "abandoned";

/** The fields that the gateway adds to those of the form. */
export function resultOf(form: Fields, ending: Ending, { now, uuid }: { now: Date; uuid: string }): Fields {
  const common = {
    vads_effective_amount: form.vads_amount ?? "",
    vads_effective_creation_date: transDate(now),
    vads_effective_currency: form.vads_currency ?? "",
    vads_extra_result: "",
    vads_operation_type: "DEBIT",
    vads_payment_src: "EC",
    vads_pays_ip: "FR",
    vads_sequence_number: "1",
  };
  if (ending === "abandoned") {
    return { ...common, vads_auth_result: "", vads_result: "17", vads_trans_status: "ABANDONED" };
  }
  return { ...common, ...cardFields(ending), ...verdictFields(ending), ...identityFields(uuid, now) };
}

const identityFields = (uuid: string, now: Date): Fields => ({
  vads_presentation_date: transDate(now),
  vads_trans_uuid: uuid.replaceAll("-", ""),
});

const cardFields = ({ card, month, year }: Exclude<Ending, "abandoned">): Fields => ({
  vads_bank_label: "Banque de démonstration",
  vads_bank_product: "F",
  vads_brand_management: JSON.stringify({ userChoice: false, brandList: "CB|VISA", brand: "CB" }),
  vads_card_brand: "CB",
  vads_card_country: "FR",
  vads_card_number: `${card.number.slice(0, 6)}XXXXXX${card.number.slice(-4)}`,
  vads_contract_used: "5249685",
  vads_expiry_month: month,
  vads_expiry_year: year,
  vads_tid: "001",
});

function verdictFields({ card, toValidate }: Exclude<Ending, "abandoned">): Fields {
  const authenticated = card.authResult !== "";
  const seed = createHash("sha1").update(card.number).digest("hex");
  return {
    vads_auth_mode: "FULL",
    vads_auth_number: card.accepted ? seed.slice(0, 6) : "",
    vads_auth_result: card.authResult,
    ...(card.accepted && { vads_payment_certificate: seed }),
    vads_result: card.accepted ? "00" : "05",
    vads_threeds_enrolled: "Y",
    vads_threeds_error_code: "",
    vads_threeds_exit_status: "10",
    vads_threeds_sign_valid: "1",
    vads_threeds_status: authenticated ? "Y" : "N",
    vads_trans_status: statusOf(card, toValidate),
    vads_warranty_result: card.accepted ? "YES" : "",
  };
}

function statusOf(card: TestCard, toValidate: boolean): string {
  if (!card.accepted) return "REFUSED";
  return toValidate ? "AUTHORISED_TO_VALIDATE" : "AUTHORISED";
}
