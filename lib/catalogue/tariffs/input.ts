import { z } from "zod";
import { civilDate, fromJson, revision, text, wholeNumber } from "../common-input";
import { bandProblem } from "./bands/rules";

const cents = z.number("Saisissez un montant, comme 3,50.").int().min(0).max(100_000_00);
const band = z.object({
  code: z.string().trim().min(1, "Chaque tranche a un nom, comme T1.").max(20),
  min: z.number().int().min(0).max(1_000_000),
  max: z.number().int().min(1).max(1_000_000).nullable(),
  cents,
});

const bands = z
  .array(band)
  .min(1, "Il faut au moins une tranche.")
  .max(40)
  .superRefine((rows, ctx) => {
    const problem = bandProblem(rows);
    if (problem) ctx.addIssue({ code: "custom", message: problem });
  });

const missingQuotient = z.enum(["highest", "nonResident"]).optional();

/** How a price is found, as the editor sends it (handbook §2.3). */
export const methodSchema = z.discriminatedUnion("method", [
  z.object({ method: z.literal("flat"), cents: z.object({ resident: cents, nonResident: cents }) }),
  z.object({
    method: z.literal("qf_band"),
    bands: z.object({ resident: bands, nonResident: bands }),
    missingQuotient,
  }),
  z
    .object({
      method: z.literal("effort_rate"),
      rate: z.string().regex(/^0\.\d{1,6}$/, "Donnez un taux en pour cent, comme 0,36."),
      minCents: cents,
      maxCents: cents,
      nonResidentCents: cents.optional(),
      missingQuotient,
    })
    .refine(({ minCents, maxCents }) => minCents <= maxCents, "Le prix plafond est sous le prix plancher."),
]);

const label = text("Donnez le nom du tarif, comme « Repas ».", 80);
const decision = z
  .string()
  .trim()
  .max(120, "Raccourcissez ce texte : 120\u00a0caractères au plus.")
  .transform((typed) => typed || null);

const version = { validFrom: civilDate, decision, rule: fromJson(methodSchema) };

export const tariffInput = z.object({ label, ...version });
export type TariffInput = z.infer<typeof tariffInput>;

const tariffId = z.uuid();

export const setTariffInput = z.object({ tariffId, revision, ...version });
export type SetTariffInput = z.infer<typeof setTariffInput>;

export const renameTariffInput = z.object({ tariffId, revision, label });
export type RenameTariffInput = z.infer<typeof renameTariffInput>;

export const seenTariffInput = z.object({ tariffId, revision });
export type SeenTariffInput = z.infer<typeof seenTariffInput>;

export const withdrawVersionInput = z.object({ tariffId, revision, versionId: z.coerce.number().int() });
export type WithdrawVersionInput = z.infer<typeof withdrawVersionInput>;

/** What the "Essayer" panel asks; an empty quotient is an unknown one. */
export const tryTariffInput = z.object({
  tariffId,
  date: civilDate,
  category: z.enum(["resident", "nonResident"], "Choisissez la commune ou hors commune."),
  quotient: z
    .literal("")
    .or(wholeNumber("Donnez un quotient entier, ou rien.", 0, 100_000))
    .transform((typed) => (typed === "" ? null : typed)),
});
export type TryTariffInput = z.infer<typeof tryTariffInput>;
