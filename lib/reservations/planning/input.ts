import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const day = civilDateInput().optional().catch(undefined);

/** A day, a week, or how full each slot is over four of them. */
export const planningViews = ["jour", "semaine", "remplissage"] as const;

/** The planning, as its address says it; what makes no sense is today, everywhere. */
export const planningInput = z.object({
  jour: day,
  structure: z.uuid().optional().catch(undefined),
  vue: z.enum(planningViews).catch("jour"),
});
export type PlanningInput = z.infer<typeof planningInput>;

export const planningDaysInput = z.object({ du: civilDateInput(), au: civilDateInput() });
