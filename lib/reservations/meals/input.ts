import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const day = civilDateInput().optional().catch(undefined);
const structure = z.uuid().optional().catch(undefined);

/** The meals to order, as their address says them; what makes no sense is the next day. */
export const mealsInput = z.object({ jour: day, structure, vue: z.enum(["jour", "semaine"]).catch("jour") });

/** A file of meals. */
export const mealsFileInput = z.object({
  du: civilDateInput(),
  au: civilDateInput(),
  structure,
  format: z.enum(["csv", "xlsx"]).catch("csv"),
});
