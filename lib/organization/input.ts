import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { parsePhone } from "@/lib/core/parse-phone";
import { isSiret } from "./rules";

const legalForms = ["commune", "intercommunality", "ccas", "syndicate", "association", "other"] as const;

/** A telephone number written as people do, kept as the screen shows it. */
const phoneInput = z
  .string()
  .trim()
  .max(30, "Ce numéro est trop long.")
  .refine(
    (text) => text === "" || parsePhone(text) !== undefined,
    "Saisissez un numéro à dix chiffres, comme 01 23 45 67 89.",
  );

const siretInput = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .refine((siret) => siret === "" || /^\d{14}$/.test(siret), "Le SIRET compte quatorze chiffres.")
  .refine(
    (siret) => !/^\d{14}$/.test(siret) || isSiret(siret),
    "Ce SIRET n’existe pas : vérifiez chacun de ses chiffres.",
  );

/** Who runs the portal: what is asked at its founding, and changed in its settings. */
export const identityInput = z.object({
  name: z
    .string()
    .trim()
    .min(2, "Saisissez le nom de l’organisation, comme « Ville de Saint-Aubin ».")
    .max(100, "Ce nom est trop long : 100 caractères au plus."),
  shortName: z
    .string()
    .trim()
    .min(2, "Saisissez un nom court, comme « Saint-Aubin » : il est montré sur les téléphones.")
    .max(30, "Ce nom court est trop long : 30 caractères au plus."),
  legalForm: z.enum(legalForms, "Choisissez une forme juridique."),
  siret: siretInput,
  address: z.string().trim().min(5, "Saisissez l’adresse postale complète.").max(200, "Cette adresse est trop longue."),
  email: emailInput,
  phone: phoneInput,
});
export type IdentityInput = z.infer<typeof identityInput>;
