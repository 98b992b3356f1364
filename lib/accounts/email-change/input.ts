import { z } from "zod";
import { emailInput, PASSWORD_MAX } from "@/lib/auth/input";

export const requestEmailChangeInput = z.object({
  newEmail: emailInput,
  currentPassword: z
    .string()
    .min(1, "Saisissez votre mot de passe actuel.")
    .max(PASSWORD_MAX, "Ce mot de passe est trop long."),
});
export type RequestEmailChangeInput = z.infer<typeof requestEmailChangeInput>;

export const emailChangeLinkInput = z.object({ token: z.string().max(100) });

export const vouchEmailChangeInput = z.object({
  householdId: z.uuid(),
  personId: z.uuid(),
  newEmail: emailInput,
  reason: z
    .string()
    .trim()
    .min(5, "Dites comment vous avez reconnu cette personne.")
    .max(500, "Raccourcissez ce motif : 500 caractères au plus."),
});
export type VouchEmailChangeInput = z.infer<typeof vouchEmailChangeInput>;
