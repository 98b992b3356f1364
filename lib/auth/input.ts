import { z } from "zod";

/** Past this a password is not one, and hashing it would cost. */
export const PASSWORD_MAX = 200;

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Saisissez votre adresse e-mail.")
  .max(254, "Cette adresse e-mail est trop longue.")
  .pipe(z.email("Cette adresse e-mail n’est pas complète, comme prenom.nom@exemple.fr."));

export const signInInput = z.object({
  email: emailInput,
  password: z.string().min(1, "Saisissez votre mot de passe.").max(PASSWORD_MAX, "Ce mot de passe est trop long."),
  retour: z.string().optional(),
});
export type SignInInput = z.infer<typeof signInInput>;

export const endOwnSessionInput = z.object({ sessionId: z.string().max(100) });
export type EndOwnSessionInput = z.infer<typeof endOwnSessionInput>;

export const observeHouseholdInput = z.object({ householdId: z.uuid() });
