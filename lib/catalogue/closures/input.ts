import { z } from "zod";
import { daysFrom } from "@/lib/core/calendar";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { parseReach } from "./rules";

/** More than a term in one act is a change of calendar, not a closure. */
const MOST_DAYS = 120;

const day = civilDateInput("Choisissez un jour.");

const days = z.object({
  from: day,
  to: day,
  reach: z.string().refine((text) => parseReach(text) !== undefined, "Choisissez ce qui ferme."),
});

const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
/** A day that is no date has been told already: it is not too far as well. */
const notTooMany = ({ from, to }: { from: string; to: string }) => !(daysFrom(from, to) >= MOST_DAYS);
const afterwards = { path: ["to"], error: "Le dernier jour vient avant le premier." };
const tooMany = { path: ["to"], error: `Fermez au plus ${MOST_DAYS} jours à la fois.` };

/** Which days, and what: enough to see who would be concerned. */
export const closureScopeInput = days.refine(inOrder, afterwards).refine(notTooMany, tooMany);
export type ClosureScopeInput = z.infer<typeof closureScopeInput>;

export const closureInput = days
  .extend({
    reason: z
      .string()
      .trim()
      .min(3, "Dites pourquoi : les familles liront ce motif.")
      .max(200, "Le motif est trop long : 200 caractères au plus."),
  })
  .refine(inOrder, afterwards)
  .refine(notTooMany, tooMany);
export type ClosureInput = z.infer<typeof closureInput>;

export const reopeningInput = z.object({ closureId: z.uuid() });
export type ReopeningInput = z.infer<typeof reopeningInput>;
