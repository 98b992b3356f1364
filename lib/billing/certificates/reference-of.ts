import { createHash } from "node:crypto";

/** A short print of what a certificate says: the same content always has the same reference. */
export const referenceOf = (kind: string, view: object): string =>
  `AT${kind.charAt(0).toUpperCase()}-${createHash("sha256").update(JSON.stringify(view)).digest("hex").slice(0, 10).toUpperCase()}`;
