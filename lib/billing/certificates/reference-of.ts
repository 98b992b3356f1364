import { createHash } from "node:crypto";
import type { CertificateKind } from "./input";

/** A short print of what a certificate says: the same content always has the same code, and a forged copy another. */
export const codeOf = (kind: CertificateKind, view: object): string =>
  createHash("sha256")
    .update(JSON.stringify([kind, view]))
    .digest("hex")
    .slice(0, 12)
    .toUpperCase();

/** "ATF2026" counts the fiscal certificates issued in 2026. */
export const certificateSeries = (kind: CertificateKind, year: string): string =>
  `AT${kind.charAt(0).toUpperCase()}${year}`;

/** "ATF2026-00012" */
export const certificateNumber = (series: string, count: number): string =>
  `${series}-${String(count).padStart(5, "0")}`;
