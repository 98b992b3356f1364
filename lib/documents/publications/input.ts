import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { MAX_FILE_BYTES } from "../input";

/** What a browser sends for a choice that was not made is empty. */
const optionalId = z.literal("").or(z.uuid()).optional();
const optionalDate = z.literal("").or(civilDateInput("Saisissez une date complète.")).optional();

const requiredFile = z
  .instanceof(File, { error: "Choisissez un fichier." })
  .refine(({ size }) => size > 0, "Choisissez un fichier.")
  .refine(({ size }) => size <= MAX_FILE_BYTES, "Ce fichier est trop volumineux : 10\u00a0Mo au plus.");

/** Whom it is for: everyone, or the families of a structure or of an activity. */
const audience = {
  audience: z.enum(["everyone", "facility", "activity"], "Choisissez pour qui."),
  facilityId: optionalId,
  activityId: optionalId,
};
export const audienceInput = z.object(audience);
export type AudienceInput = z.infer<typeof audienceInput>;

export const publishDocumentInput = z
  .object({
    ...audience,
    title: z.string().trim().min(1, "Donnez un titre.").max(120, "Le titre est trop long : 120 caractères au plus."),
    description: z.string().trim().max(500, "La description est trop longue : 500 caractères au plus.").optional(),
    fromOn: civilDateInput("Donnez la date à partir de laquelle ce document se voit."),
    untilOn: optionalDate,
    isPublic: z.literal("on").optional(),
    announce: z.literal("on").optional(),
    file: requiredFile,
  })
  .refine(({ audience, facilityId }) => audience !== "facility" || facilityId, {
    path: ["facilityId"],
    error: "Choisissez la structure.",
  })
  .refine(({ audience, activityId }) => audience !== "activity" || activityId, {
    path: ["activityId"],
    error: "Choisissez l’activité.",
  })
  .refine(({ fromOn, untilOn }) => !untilOn || untilOn >= fromOn, {
    path: ["untilOn"],
    error: "La fin est avant le début.",
  });
export type PublishDocumentInput = z.infer<typeof publishDocumentInput>;

export const publicationInput = z.object({ publicationId: z.uuid() });
export type PublicationInput = z.infer<typeof publicationInput>;

export const replacePublicationInput = publicationInput.extend({ file: requiredFile });
