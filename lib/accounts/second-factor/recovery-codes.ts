import { createHash, randomInt } from "node:crypto";

const COUNT = 10;
const LENGTH = 10;

/** Without the letters and figures that are taken for one another on paper. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten codes to print, as "abcde-fghjk". */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
  });

/** The same account and code as they are typed, with or without the dash. */
export const hashRecoveryCode = (accountId: string, code: string): string =>
  createHash("sha256")
    .update(`${accountId}:${code.toLowerCase().replace(/[^a-z\d]/g, "")}`)
    .digest("base64url");
