import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { identityInput } from "@/lib/organization/input";
import { newPasswordInput } from "../input";

/** The organisation, and who answers for its portal. */
export const foundPortalInput = identityInput.extend({
  token: z.string().max(100),
  displayName: z.string().trim().min(3, "Saisissez votre prénom et votre nom.").max(80, "Ce nom est trop long."),
  adminEmail: emailInput,
  password: newPasswordInput,
});
export type FoundPortalInput = z.infer<typeof foundPortalInput>;
