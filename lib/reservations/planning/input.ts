import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const day = civilDateInput().optional().catch(undefined);

/** The planning, as its address says it; what makes no sense is today, everywhere. */
export const planningInput = z.object({
  jour: day,
  structure: z.uuid().optional().catch(undefined),
  vue: z.enum(["jour", "semaine"]).catch("jour"),
});
export type PlanningInput = z.infer<typeof planningInput>;

export const planningDaysInput = z.object({ du: civilDateInput(), au: civilDateInput() });
