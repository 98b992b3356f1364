import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const day = (sentence: string) => civilDateInput(sentence);
const flag = z
  .literal(["on", ""])
  .optional()
  .transform((value) => value === "on");

/** A period that is past or under way: what has not happened yet is not billed. */
export const prepareRunInput = z
  .object({
    revenueOfficeId: z.uuid("Choisissez une régie."),
    periodFrom: day("Donnez le premier jour de la période."),
    periodTo: day("Donnez le dernier jour de la période."),
    dueOn: day("Donnez la date limite de paiement."),
    carriesSmall: flag,
    creditsAdjustments: flag,
  })
  .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, {
    path: ["periodTo"],
    error: "Le dernier jour vient après le premier.",
  })
  .refine(({ periodTo, dueOn }) => periodTo <= dueOn, {
    path: ["dueOn"],
    error: "La date limite vient après la période facturée.",
  });
export type PrepareRunInput = z.output<typeof prepareRunInput>;

export const runInput = z.object({ runId: z.uuid() });

/** `expectedTotalCents` is the total on screen: another one is shown again, never issued unseen. */
export const startRunInput = z.object({ runId: z.uuid(), expectedTotalCents: z.coerce.number().int().min(0) });
export type StartRunInput = z.infer<typeof startRunInput>;

export const setAsideInput = z.object({
  runId: z.uuid(),
  householdId: z.uuid(),
  state: z.enum(["pending", "carried"]),
});
export type SetAsideInput = z.infer<typeof setAsideInput>;
