import { z } from "zod";
import { emailInput, PASSWORD_MAX } from "@/lib/auth/input";
import { passwordProblem } from "./rules";

export const requestPasswordResetInput = z.object({ email: emailInput });
export type RequestPasswordResetInput = z.infer<typeof requestPasswordResetInput>;

export const newPasswordInput = z
  .string()
  .min(1, "Saisissez votre nouveau mot de passe.")
  .max(PASSWORD_MAX, `Le mot de passe ne doit pas dépasser ${PASSWORD_MAX}\u00a0caractères.`);

export const resetPasswordInput = z.object({ token: z.string().max(100), password: newPasswordInput });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

export const changePasswordInput = z.object({
  currentPassword: z
    .string()
    .min(1, "Saisissez votre mot de passe actuel.")
    .max(PASSWORD_MAX, "Ce mot de passe est trop long."),
  newPassword: newPasswordInput,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** The same with the rules that need the account's address: the browser has it from the page, the server reads it. */
export const changePasswordInputOf = (account: { email: string }) =>
  changePasswordInput.extend({
    newPassword: newPasswordInput.superRefine((password, check) => {
      const problem = passwordProblem(password, account);
      if (problem) check.addIssue({ code: "custom", message: problem });
    }),
  });
