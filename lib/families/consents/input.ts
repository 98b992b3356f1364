import { z } from "zod";

const kindInput = z.enum([
  "image_internal",
  "image_public",
  "leave_alone",
  "transport",
  "bathing",
  "hospital",
  "medicine",
  "data_sharing_caf",
]);

export const answerConsentInput = z.object({
  childId: z.uuid(),
  kind: kindInput,
  value: z.enum(["granted", "refused"], "Choisissez d’autoriser ou de refuser."),
  /** The version of the text that was on the screen. */
  version: z.coerce.number().int().min(1),
  detail: z.string().trim().max(200, "Raccourcissez cette précision : 200\u00a0caractères au plus.").optional(),
});
export type AnswerConsentInput = z.infer<typeof answerConsentInput>;

export const publishTextInput = z.object({
  kind: kindInput,
  text: z
    .string()
    .trim()
    .min(20, "Écrivez une phrase entière : c’est elle que les familles acceptent ou refusent.")
    .max(1500, "Ce texte est trop long : 1 500 caractères au plus."),
  /** The version that was on the screen; 0 where there is none yet. */
  version: z.coerce.number().int().min(0),
});
export type PublishTextInput = z.infer<typeof publishTextInput>;
