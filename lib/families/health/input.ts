import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { parsePhone } from "@/lib/core/parse-phone";
import vaccines from "./vaccines.json";

const text = (max: number) => z.string().trim().max(max, `Raccourcissez ce texte : ${max}\u00a0caractères au plus.`);
const optionalDate = z.literal("").or(civilDateInput("Saisissez une date complète."));
const yesOrNo = z.enum(["yes", "no"], "Répondez par oui ou par non.");

const phone = text(40).refine(
  (typed) => typed === "" || parsePhone(typed) !== undefined,
  "Ce numéro n’est pas valable : écrivez-le comme 03 20 12 34 56.",
);

const vaccineNames = [...new Set(vaccines.map(({ vaccine }) => vaccine))];
const vaccineState = z.enum(["upToDate", "contraindicated", "missing"], "Dites où en est ce vaccin.");

/** The same field under each name. */
const each = <Name extends string, Field>(names: Name[], field: Field) =>
  Object.fromEntries(names.map((name) => [name, field])) as Record<Name, Field>;

const childId = z.uuid();

/** One section of the record, as its form sends it: flat, and saved alone. */
export const healthSectionInput = z.discriminatedUnion("section", [
  z.object({
    section: z.literal("vaccines"),
    childId,
    ...each(vaccineNames, vaccineState.optional()),
    ...each(
      vaccineNames.map((name) => `${name}On` as const),
      optionalDate.optional(),
    ),
  }),
  z.object({
    section: z.literal("allergies"),
    childId,
    food: text(300),
    medicine: text(300),
    other: text(300),
    conduct: text(1000),
  }),
  z
    .object({
      section: z.literal("carePlan"),
      childId,
      exists: yesOrNo,
      reviewOn: optionalDate,
      kitLocation: text(200),
    })
    .refine(({ exists, reviewOn }) => exists === "no" || reviewOn !== "", {
      path: ["reviewOn"],
      error: "Donnez la date à laquelle le PAI sera revu.",
    }),
  z
    .object({
      section: z.literal("treatment"),
      childId,
      exists: yesOrNo,
      medicines: text(500),
      instructions: text(1000),
    })
    .refine(({ exists, medicines }) => exists === "no" || medicines !== "", {
      path: ["medicines"],
      error: "Donnez le nom des médicaments.",
    }),
  z.object({
    section: z.literal("diet"),
    childId,
    diet: z.enum(["none", "no_pork", "no_meat", "vegetarian", "gluten_free"], "Choisissez dans la liste."),
  }),
  z.object({ section: z.literal("doctor"), childId, name: text(120), phone }),
  z.object({
    section: z.literal("insurance"),
    childId,
    insurer: text(120),
    policyNumber: text(60),
    expiresOn: optionalDate,
  }),
  z.object({
    section: z.literal("advice"),
    childId,
    aids: text(200),
    swims: z.enum(["", "yes", "no"]),
    notes: text(1000),
  }),
]);
export type HealthSectionInput = z.infer<typeof healthSectionInput>;
