import type { PlanningInput } from "@/lib/reservations/planning/input";

export type PlanningAddress = { jour: string; structure?: string; vue: PlanningInput["vue"] };

/** The address of a day, or of the week it is in. */
export function planningPath({ jour, structure, vue }: PlanningAddress): string {
  const query = new URLSearchParams({ jour, ...(structure && { structure }), ...(vue === "semaine" && { vue }) });
  return `/admin/planning?${query}`;
}
