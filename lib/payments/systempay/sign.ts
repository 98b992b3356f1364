import { createHmac, timingSafeEqual } from "node:crypto";

type Fields = Record<string, string>;

/** The values of all `vads_` fields, known or not, empty or not, in byte order of their names, then the key. */
export function stringToSign(fields: Fields, key: string): string {
  const names = Object.keys(fields)
    .filter((name) => name.startsWith("vads_"))
    .sort();
  return [...names.map((name) => fields[name]), key].join("+");
}

/** HMAC-SHA-256 in base64: the only algorithm we speak; SHA-1 shops must change theirs in the back office. */
export const sign = (fields: Fields, key: string): string =>
  createHmac("sha256", key).update(stringToSign(fields, key), "utf8").digest("base64");

/** Whether `signature` was made with this key over these very fields, in a time that tells nothing. */
export function isSigned(fields: Fields, key: string): boolean {
  const expected = Buffer.from(sign(fields, key));
  const given = Buffer.from(fields.signature ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
