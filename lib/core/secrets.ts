import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one purpose, from the secret of the settings: what is sealed for another one does not open with it. */
export const keyFor = (purpose: "secrets" | "files") =>
  Buffer.from(hkdfSync("sha256", env().authSecret, "", `portail-famille/${purpose}`, 32));

/**
 * Encrypts a secret kept in the database (a bank's key) with a key that is not in it: AES-256-GCM, base64url. Bound to its
 * `owner` when one is given, so that it cannot be opened as another's.
 */
export function seal(plain: string, owner = ""): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFor("secrets"), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Opens what `seal` closed; throws when it was altered, is another owner's, or was sealed with another AUTH_SECRET. */
export function unseal(sealed: string, owner = ""): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(ALGORITHM, keyFor("secrets"), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
}
