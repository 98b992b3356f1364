import { z } from "zod";
import { PASSWORD_MAX } from "@/lib/auth/input";

export const requestDeletionInput = z.object({
  message: z.string().trim().max(1000, "Raccourcissez ce message : 1 000 caractères au plus."),
  currentPassword: z
    .string()
    .min(1, "Saisissez votre mot de passe actuel.")
    .max(PASSWORD_MAX, "Ce mot de passe est trop long."),
});
export type RequestDeletionInput = z.infer<typeof requestDeletionInput>;
