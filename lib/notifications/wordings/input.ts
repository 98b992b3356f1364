import { z } from "zod";
import { isTemplate, type TemplateName } from "../templates";

const MAX_SUBJECT = 120;
const MAX_OPENING = 800;

const template = z.custom<TemplateName>(
  (name) => typeof name === "string" && isTemplate(name),
  "Ce message n’existe pas.",
);

/** The words of one message; those whose subject depends on what happened have none of their own. */
export const wordingInput = z.object({
  template,
  subject: z
    .string()
    .trim()
    .max(MAX_SUBJECT, `L’objet est trop long : ${MAX_SUBJECT} caractères au plus.`)
    .refine((text) => !/[\r\n\0]/.test(text), "L’objet tient sur une ligne.")
    .default(""),
  opening: z
    .string("Écrivez comment le message commence.")
    .trim()
    .min(1, "Écrivez comment le message commence.")
    .max(MAX_OPENING, `Ce début est trop long : ${MAX_OPENING} caractères au plus.`)
    .refine((text) => !text.includes("\0"), "Ce texte contient des caractères illisibles."),
});
export type WordingInput = z.infer<typeof wordingInput>;

export const templateInput = z.object({ template });
export type TemplateInput = z.infer<typeof templateInput>;
