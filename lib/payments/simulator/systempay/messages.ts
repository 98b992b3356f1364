import { createHash } from "node:crypto";
import { sign } from "../../systempay/sign";
import { type BrowserReturn, browserReturn } from "../browser-return";
import type { SystempayScenario } from "../scenarios";
import { simulatedShop } from "./shop";

type Fields = Record<string, string>;

/** Who causes a notification: the payer, the back office, the daily batch. */
export type Source = "PAY" | "MERCH_BO" | "BATCH";

/** What a payment knows: the form as posted, and what the gateway added, which wins. */
type Payment = { form: Fields; result: Fields };

/** The body of a notification, true unless the scenario spoils it. */
export function notificationBody(payment: Payment, source: Source, scenario: SystempayScenario = "normal"): string {
  const fields = spoil({ ...fieldsOf(payment), vads_hash: hashOf(payment), vads_url_check_src: source }, scenario);
  const key = scenario === "wrong_signature" ? `${simulatedShop.key}0` : simulatedShop.key;
  return new URLSearchParams({ ...fields, signature: sign(fields, key) }).toString();
}

/** The way back to the shop: signed again, since it carries less; null when the form gave no address. */
export function returnOf(payment: Payment): BrowserReturn | null {
  const address = addressOf(payment);
  if (!address) return null;
  const mode = payment.form.vads_return_mode;
  if (mode !== "GET" && mode !== "POST") return { url: address };

  const fields = fieldsOf(payment);
  return browserReturn(mode, address, { ...fields, signature: sign(fields, simulatedShop.key) });
}

/** Echoes the form, addresses and redirections apart. */
function fieldsOf({ form, result }: Payment): Fields {
  const echo = Object.entries(form).filter(([name]) => !/^vads_(url|redirect)_/.test(name));
  return { ...Object.fromEntries(echo), ...result };
}

const hashOf = (payment: Payment): string => createHash("sha256").update(JSON.stringify(payment)).digest("hex");

/** The address for this very end, else the one for all of them. */
function addressOf({ form, result }: Payment): string | undefined {
  const specific: Record<string, string | undefined> = {
    "00": form.vads_url_success,
    "05": form.vads_url_refused,
    "17": form.vads_url_cancel,
  };
  return specific[result.vads_result ?? ""] || form.vads_url_return || undefined;
}

function spoil(fields: Fields, scenario: SystempayScenario): Fields {
  switch (scenario) {
    case "wrong_amount": {
      const amount = String(Number(fields.vads_amount) + 100);
      return { ...fields, vads_amount: amount, vads_effective_amount: amount };
    }
    case "other_mode":
      return { ...fields, vads_ctx_mode: "PRODUCTION" };
    case "unknown_field":
      return { ...fields, vads_new_of_the_year: "Valeur + inconnue & accentuée" };
    default:
      return fields;
  }
}
