import { addMinutes } from "@/lib/core/calendar";
import { isSigned } from "../../systempay/sign";
import { instantOfTransDate, isShopTransId } from "../../systempay/trans-key";
import { simulatedShop } from "./shop";

type Fields = Record<string, string>;
/** `optional` fields may be absent or empty. */
type Format = { number: string; name: string; optional?: boolean; accepts: (value: string) => boolean };

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const upTo = (length: number) => (value: string) => value.length <= length && !/[<>]/.test(value);
const isAddress = (value: string) => /^https?:\/\//.test(value) && URL.canParse(value);

/** The gateway's formats, by the number that it gives to each field. */
const formats: readonly Format[] = [
  { number: "01", name: "vads_version", accepts: matches(/^V2$/) },
  { number: "03", name: "vads_trans_id", accepts: isShopTransId },
  { number: "04", name: "vads_trans_date", accepts: (value) => instantOfTransDate(value) !== undefined },
  { number: "05", name: "vads_validation_mode", optional: true, accepts: matches(/^[01]$/) },
  { number: "06", name: "vads_capture_delay", optional: true, accepts: matches(/^\d{1,3}$/) },
  { number: "07", name: "vads_payment_config", accepts: matches(/^(SINGLE|MULTI:.+|MULTI_EXT:.+)$/) },
  { number: "09", name: "vads_amount", accepts: matches(/^[1-9]\d{0,11}$/) },
  { number: "10", name: "vads_currency", accepts: matches(/^978$/) },
  { number: "11", name: "vads_ctx_mode", accepts: (value) => value === simulatedShop.mode },
  { number: "12", name: "vads_language", optional: true, accepts: matches(/^[a-z]{2}$/) },
  { number: "13", name: "vads_order_id", optional: true, accepts: matches(/^[A-Za-z0-9_-]{1,64}$/) },
  { number: "14", name: "vads_order_info", optional: true, accepts: upTo(255) },
  { number: "15", name: "vads_cust_email", optional: true, accepts: matches(/^[^\s@]{1,100}@[^\s@]{1,49}$/) },
  { number: "16", name: "vads_cust_id", optional: true, accepts: upTo(63) },
  { number: "24", name: "vads_url_success", optional: true, accepts: isAddress },
  { number: "25", name: "vads_url_refused", optional: true, accepts: isAddress },
  { number: "27", name: "vads_url_cancel", optional: true, accepts: isAddress },
  { number: "28", name: "vads_url_return", optional: true, accepts: isAddress },
  { number: "29", name: "vads_url_error", optional: true, accepts: isAddress },
  { number: "31", name: "vads_contrib", optional: true, accepts: upTo(255) },
  { number: "46", name: "vads_page_action", accepts: matches(/^PAYMENT$/) },
  { number: "47", name: "vads_action_mode", accepts: matches(/^INTERACTIVE$/) },
  { number: "48", name: "vads_return_mode", optional: true, accepts: matches(/^(NONE|GET|POST)$/) },
];

/** The number of the first field that the gateway refuses; notices go to the portal's own origin only. */
export function wrongFieldOf(fields: Fields, { origin, now }: { origin: string; now: Date }): string | undefined {
  if (fields.vads_site_id !== simulatedShop.siteId) return "02";
  if (!isSigned(fields, simulatedShop.key)) return "00";

  const wrong = formats.find(({ name, optional, accepts }) => {
    const value = fields[name] ?? "";
    return value === "" ? !optional : !accepts(value);
  });
  if (wrong) return wrong.number;
  if (!isRecent(fields.vads_trans_date, now)) return "04";
  if (fields.vads_url_check && !fields.vads_url_check.startsWith(`${origin}/`)) return "33";
}

/** The field of a number, which is all that the gateway's error says. */
export function fieldOfNumber(number: string): string | undefined {
  const others = [
    { number: "00", name: "signature" },
    { number: "02", name: "vads_site_id" },
    { number: "33", name: "vads_url_check" },
  ];
  return [...others, ...formats].find((format) => format.number === number)?.name;
}

/** A form is good for a day around the gateway's clock. */
function isRecent(transDate: string | undefined, now: Date): boolean {
  const asked = instantOfTransDate(transDate);
  return asked !== undefined && asked >= addMinutes(now, -24 * 60) && asked <= addMinutes(now, 24 * 60);
}
