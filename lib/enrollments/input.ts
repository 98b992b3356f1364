import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const choice = {
  householdId: z.uuid(),
  childId: z.uuid("Choisissez un enfant."),
  activityId: z.uuid("Choisissez une activité."),
};

/** What a family asks for; `draft` keeps it without sending it. */
export const submitEnrollmentInput = z.object({
  ...choice,
  period: z.string().min(1, "Choisissez une période.").max(40),
  send: z.enum(["draft", "send"]).default("send"),
});
export type SubmitEnrollmentInput = z.output<typeof submitEnrollmentInput>;

export const enrollmentInput = z.object({ householdId: z.uuid(), enrollmentId: z.uuid() });
export type EnrollmentInput = z.infer<typeof enrollmentInput>;

export const askCompletionInput = z.object({
  enrollmentId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(3, "Dites ce qu’il manque : la famille lira ce message.")
    .max(500, "Ce message est trop long : 500 caractères au plus."),
});
export type AskCompletionInput = z.infer<typeof askCompletionInput>;

export const endEnrollmentInput = z.object({
  enrollmentId: z.uuid(),
  endsOn: civilDateInput("Saisissez une date complète."),
});
export type EndEnrollmentInput = z.infer<typeof endEnrollmentInput>;
