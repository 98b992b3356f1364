import { z } from "zod";
import { names, optionalPhone, relations } from "../input";

/** What a browser sends for a file that was not chosen is empty. */
const optionalFile = z
  .instanceof(File)
  .transform((file) => (file.size > 0 ? file : undefined))
  .optional();

export const addPickupPersonInput = z
  .object({
    childId: z.uuid(),
    ...names,
    phone: optionalPhone,
    relation: z.enum(relations, "Choisissez le lien avec l’enfant."),
    kind: z.enum(["allowed", "forbidden"], "Dites si cette personne peut venir chercher l’enfant."),
    /** The box of a form: "on" when it is ticked. */
    emergency: z.literal("on").optional(),
    rank: z.coerce.number().int().min(1).max(9).default(1),
    photo: optionalFile,
    judgment: optionalFile,
  })
  .refine(({ kind, judgment }) => kind === "allowed" || judgment !== undefined, {
    path: ["judgment"],
    error: "Une interdiction repose sur une décision de justice : joignez-la.",
  })
  .refine(({ emergency, phone }) => !emergency || Boolean(phone), {
    path: ["phone"],
    error: "Donnez le numéro à appeler en cas d’urgence.",
  });
export type AddPickupPersonInput = z.infer<typeof addPickupPersonInput>;

export const pickupPersonInput = z.object({ childId: z.uuid(), pickupId: z.uuid() });
export type PickupPersonInput = z.infer<typeof pickupPersonInput>;
