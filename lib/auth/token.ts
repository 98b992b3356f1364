import { createHash, randomBytes } from "node:crypto";

const BYTES = 32;

/** A secret that only its holder knows: 256 random bits, as 43 characters that fit in a cookie or a link. */
export const newToken = (): string => randomBytes(BYTES).toString("base64url");

/** What the database keeps of a token: reading the table gives no one a way in. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Whether it can be one of ours, before the database is asked. */
export const looksLikeToken = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{43}$/.test(value);
