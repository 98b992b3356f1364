/** What a closure shuts: everything, a structure, an activity or one slot. */
export type Reach = { facilityId: string } | { activityId: string } | { slotId: number } | "everything";

/** A strike or a snowfall is often written down afterwards, but not long after: what was billed since is credited. */
export const FARTHEST_BACK_DAYS = 31;

/** A reach as a form writes it: "tout", "structure:<id>", "activite:<id>", "creneau:<n>"; undefined when it makes no sense. */
export function parseReach(text: string): Reach | undefined {
  if (text === "tout") return "everything";
  const [, kind, id = ""] = text.match(/^(structure|activite):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i) ?? [];
  if (kind === "structure") return { facilityId: id };
  if (kind === "activite") return { activityId: id };
  const [, slot] = text.match(/^creneau:(\d{1,9})$/) ?? [];
  return slot ? { slotId: Number(slot) } : undefined;
}
