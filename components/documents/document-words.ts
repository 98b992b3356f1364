import type { Tone } from "@/components/ui/tag";
import { plainDate } from "@/lib/core/format-date";
import type { AskedState, SentState } from "@/lib/documents/rules";

/** What a family reads of the state of a document. */
export const stateWords: Record<SentState, { label: string; tone: Tone }> = {
  missing: { label: "À fournir", tone: "request" },
  to_review: { label: "En cours de vérification", tone: "wait" },
  valid: { label: "Validé", tone: "reserved" },
  rejected: { label: "Refusé", tone: "cancel" },
  expiring: { label: "Expire bientôt", tone: "request" },
  expired: { label: "Expiré", tone: "cancel" },
  replaced: { label: "Remplacé", tone: "neutral" },
};

/** "Valable jusqu’au 31 août 2027" */
export const validityInWords = (state: AskedState, until: string | null | undefined): string | undefined => {
  if (!until || state === "to_review" || state === "rejected") return undefined;
  return state === "expired"
    ? `Valable jusqu’au ${plainDate(until)} : envoyez le nouveau`
    : `Valable jusqu’au ${plainDate(until)}`;
};

/** "1,2 Mo", "340 ko" */
export const sizeInWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })}\u00a0Mo`
    : `${Math.max(1, Math.round(bytes / 1000))}\u00a0ko`;

/** What kind of file it is, as one says it. */
export const kindInWords = (mediaType: string): string => (mediaType === "application/pdf" ? "PDF" : "Image");
