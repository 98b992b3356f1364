import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { body, threadSubjects, title } from "../input";

const optionalId = z.literal("").or(z.uuid()).optional();

/** To whom: everyone, the families of a structure or of an activity, or those who have a place on a day. */
const recipients = {
  audience: z.enum(["everyone", "facility", "activity", "day"], "Choisissez à qui."),
  facilityId: optionalId,
  activityId: optionalId,
  day: z.literal("").or(civilDateInput("Saisissez une date complète.")).optional(),
};
export const recipientsInput = z.object(recipients);
export type RecipientsInput = z.infer<typeof recipientsInput>;

export const broadcastMessageInput = z
  .object({
    ...recipients,
    subject: z.enum(threadSubjects, "Choisissez un sujet."),
    title,
    body,
    clientKey: z.uuid(),
  })
  .refine(({ audience, facilityId }) => audience !== "facility" || facilityId, {
    path: ["facilityId"],
    error: "Choisissez la structure.",
  })
  .refine(({ audience, activityId }) => audience !== "activity" || activityId, {
    path: ["activityId"],
    error: "Choisissez l’activité.",
  })
  .refine(({ audience, day }) => audience !== "day" || day, { path: ["day"], error: "Choisissez le jour." });
export type BroadcastMessageInput = z.infer<typeof broadcastMessageInput>;
