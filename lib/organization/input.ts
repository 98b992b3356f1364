import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { isColor, isReadable } from "@/lib/core/palette";
import { parsePhone } from "@/lib/core/parse-phone";
import { isSiret, unreadable } from "./rules";

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

const optionalText = (max: number) =>
  z.string().trim().max(max, `Raccourcissez ce texte : ${max}\u00a0caractères au plus.`);

const websiteInput = z
  .string()
  .trim()
  .max(200, "Cette adresse est trop longue.")
  .refine(
    (text) => text === "" || z.url({ protocol: /^https?$/ }).safeParse(text).success,
    "Saisissez une adresse complète, comme https://www.saint-aubin.fr.",
  );

export const changeIdentityInput = identityInput.extend({ website: websiteInput, openingHours: optionalText(600) });
export type ChangeIdentityInput = z.infer<typeof changeIdentityInput>;

/** "#2C3FB8" or "2c3fb8" as people write it; empty: the portal's own blue. */
export const changeColorInput = z.object({
  primaryColor: z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => (/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text))
    .refine((color) => color === "" || isColor(color), "Saisissez une couleur comme #2c3fb8.")
    .refine((color) => !isColor(color) || isReadable(color), { error: ({ input }) => unreadable(String(input)) }),
});
export type ChangeColorInput = z.infer<typeof changeColorInput>;

const accessibilityLevels = ["none", "partial", "full"] as const;

export const changeLegalTextsInput = z.object({
  publisher: optionalText(300),
  host: optionalText(300),
  dpo: optionalText(300),
  legalNotice: optionalText(5000),
  privacyNotice: optionalText(5000),
  accessibilityLevel: z.enum(accessibilityLevels, "Choisissez un niveau."),
  accessibilityNotice: optionalText(5000),
});
export type ChangeLegalTextsInput = z.infer<typeof changeLegalTextsInput>;

export const changeSenderInput = z.object({
  senderName: z
    .string()
    .trim()
    .max(60, "Ce nom est trop long : 60 caractères au plus.")
    .regex(/^[^<>"\p{Cc}]*$/u, "Ce nom ne peut contenir ni guillemet ni chevron."),
  replyTo: z.literal("").or(emailInput),
  vatMention: optionalText(200),
});
export type ChangeSenderInput = z.infer<typeof changeSenderInput>;

export const logoInput = z.object({ file: z.instanceof(File, { error: "Choisissez une image." }) });
