import type { PlanningInput } from "@/lib/reservations/planning/input";

export type PlanningAddress = { jour: string; structure?: string; vue: PlanningInput["vue"] };

/** The address of a day, or of the week it is in. */
export const planningPath = (address: PlanningAddress): string => `/admin/planning?${daysAsked(address)}`;

/** The same days, seen by the kitchens. */
export const mealsPath = (address: PlanningAddress): string => `/admin/planning/repas?${daysAsked(address)}`;

const daysAsked = ({ jour, structure, vue }: PlanningAddress) =>
  new URLSearchParams({ jour, ...(structure && { structure }), ...(vue !== "jour" && { vue }) });
