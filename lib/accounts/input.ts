import { z } from "zod";
import { emailInput, PASSWORD_MAX } from "@/lib/auth/input";

export const requestPasswordResetInput = z.object({ email: emailInput });
export type RequestPasswordResetInput = z.infer<typeof requestPasswordResetInput>;

export const resetPasswordInput = z.object({
  token: z.string().max(100),
  password: z
    .string()
    .min(1, "Saisissez votre nouveau mot de passe.")
    .max(PASSWORD_MAX, `Le mot de passe ne doit pas dépasser ${PASSWORD_MAX}\u00a0caractères.`),
});
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
