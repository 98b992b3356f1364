import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { decisionInput } from "@/lib/core/decision-input";

/** What a family may send: photographs and PDF, each of a size that a telephone sends in a minute. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 40_000_000;
export const MAX_PAGES = 30;

/** What the browser proposes to choose from; only the content decides. */
export const acceptedFiles = "image/jpeg,image/png,image/heic,image/heif,image/webp,application/pdf,.heic,.heif,.pdf";

/** The kind of a document that proves an absence: it goes with the absence, and is decided with it. */
export const ABSENCE_PROOF = "absence_proof";

/** The form that goes with a file. */
export const sendDocumentInput = z.object({
  householdId: z.uuid(),
  /** Empty: the whole family. */
  personId: z
    .literal("")
    .or(z.uuid())
    .optional()
    .transform((id) => id || undefined),
  note: z.string().trim().max(200, "Dites-le en 200 caractères au plus.").optional(),
  clientKey: z.uuid().optional(),
  kind: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .refine((kind) => kind !== ABSENCE_PROOF)
    .default("other"),
});

/** An agent's answer; the last day of validity goes with an acceptance. */
export const reviewDocumentInput = decisionInput.safeExtend({
  validUntil: z.literal("").or(civilDateInput("Saisissez une date complète.")).optional(),
});
export type ReviewDocumentInput = z.infer<typeof reviewDocumentInput>;

export const documentInput = z.object({ householdId: z.uuid(), documentId: z.uuid() });
export type DocumentInput = z.infer<typeof documentInput>;
