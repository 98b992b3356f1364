import { z } from "zod";

export const answerConsentInput = z.object({
  childId: z.uuid(),
  kind: z.enum([
    "image_internal",
    "image_public",
    "leave_alone",
    "transport",
    "bathing",
    "hospital",
    "medicine",
    "data_sharing_caf",
  ]),
  value: z.enum(["granted", "refused"], "Choisissez d’autoriser ou de refuser."),
  /** The version of the text that was on the screen. */
  version: z.coerce.number().int().min(1),
  detail: z.string().trim().max(200, "Raccourcissez cette précision : 200\u00a0caractères au plus.").optional(),
});
export type AnswerConsentInput = z.infer<typeof answerConsentInput>;
