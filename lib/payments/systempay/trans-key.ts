/** The exact shape of `vads_trans_id`, whoever made it. */
export const isTransId = (value: string): boolean => /^[A-Za-z0-9]{6}$/.test(value);

/** The ones a shop may give out: from 900000 on they are the gateway's own, for refunds and the back office. */
export const isShopTransId = (value: string): boolean => /^[0-8]\d{5}$/.test(value);

/** `vads_trans_date`: an instant in UTC, YYYYMMDDHHMMSS. */
export const transDate = (instant: Date): string => instant.toISOString().replace(/\D/g, "").slice(0, 14);

/** The instant of a `vads_` date, or undefined when it is none. */
export function instantOfTransDate(value = ""): Date | undefined {
  const [, date, time] = /^(\d{8})(\d{6})$/.exec(value) ?? [];
  if (!date || !time) return undefined;
  const instant = new Date(
    `${date.replace(/(....)(..)(..)/, "$1-$2-$3")}T${time.replace(/(..)(..)(..)/, "$1:$2:$3")}Z`,
  );
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** What names a payment for ever: a trans_id is unique per shop and UTC day. */
export const referenceOf = (siteId: string, date: string, transId: string): string =>
  `${siteId}-${date.slice(0, 8)}-${transId}`;
