import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { parseAmount } from "@/lib/core/parse-amount";
import { parsePhone } from "@/lib/core/parse-phone";

/** Pieces of the forms of the catalogue. Optional fields are texts that may be empty. */

export const text = (missing: string, max = 120) =>
  z.string().trim().min(1, missing).max(max, `Raccourcissez ce texte : ${max}\u00a0caractères au plus.`);

/** A box of a form: "on" when it is ticked, absent otherwise. */
export const box = z.literal("on").optional().transform(Boolean);

export const civilDate = civilDateInput("Saisissez une date complète.");

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/, "Saisissez une heure, comme 16:30.");

/** What the form was drawn from: two agents who edit the same thing are told. */
export const revision = z.coerce.number().int().min(0);

export const optionalPhone = z
  .string()
  .trim()
  .max(40)
  .refine(
    (typed) => typed === "" || parsePhone(typed) !== undefined,
    "Ce numéro n’est pas valable : écrivez-le comme 03 20 12 34 56.",
  )
  .transform((typed) => typed || null);

/** An amount as people type it, in cents. */
export const amount = (missing = "Saisissez un montant, comme 3,50.") =>
  z.string().transform((typed, ctx) => {
    const cents = parseAmount(typed);
    if (cents !== undefined) return cents;
    ctx.addIssue({ code: "custom", message: missing });
    return z.NEVER;
  });

export const wholeNumber = (problem: string, min = 0, max = 100_000) =>
  z.coerce.number(problem).int(problem).min(min, problem).max(max, problem);

/** What an editor with many parts sends in one hidden field. */
export const fromJson = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .max(50_000)
    .transform((json, ctx) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        ctx.addIssue({ code: "custom", message: "Cette partie du formulaire est incomplète : rechargez la page." });
        return z.NEVER;
      }
    })
    .pipe(schema);
