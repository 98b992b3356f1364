import type { PatternPlan } from "@/db/schema";
import * as schema from "@/db/schema";
import { schoolDayKind } from "@/lib/catalogue/calendar/rules";
import { addDays, type CivilDate, datesBetween, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { PatternInput } from "@/lib/reservations/patterns/input";
import { previewPattern } from "@/lib/reservations/patterns/preview-pattern";
import { type ActivityValues, aChild, aFamilyAndAnEvening, enroll } from "./factories";

/** School days of zone B, Mondays, Tuesdays, Thursdays and Fridays. */
const schoolDays = (from: CivilDate, to: CivilDate) =>
  datesBetween(from, to).filter((date) => schoolDayKind(date, "B") === "school");

/** The slot opens on every school day between two dates; booking closes a week before. */
export async function openSchoolDays(
  { db }: Context,
  slot: { id: number; capacity: number },
  { from, to, capacity = slot.capacity }: { from: CivilDate; to: CivilDate; capacity?: number },
): Promise<CivilDate[]> {
  const dates = schoolDays(from, to);
  await db
    .insert(schema.slotOccurrences)
    .values(
      dates.map((date) => {
        const closes = instantOf(addDays(date, -7), "00:00");
        return { slotId: slot.id, date, capacity, bookingClosesAt: closes, cancellationClosesAt: closes };
      }),
    )
    .onConflictDoNothing();
  return dates;
}

type Options = { activity?: ActivityValues; siblings?: string[]; to?: CivilDate; capacity?: number };

/** A family whose children may come every evening of school from 14 September on. */
export async function aFamilyAndItsEvenings(
  ctx: Context,
  { activity: values, siblings = [], to = "2026-10-16", capacity }: Options = {},
) {
  const family = await aFamilyAndAnEvening(ctx, { activity: values, occurrence: { capacity: capacity ?? 10 } });
  const { household, child, activity, slot } = family;
  const children = [child];
  for (const firstName of siblings) {
    const sibling = await aChild(ctx, household, { firstName });
    await enroll(ctx, sibling, activity);
    children.push(sibling);
  }
  await openSchoolDays(ctx, slot, { from: "2026-09-14", to, capacity });
  return { ...family, children };
}

type Wanted = { children: { id: string }[]; slots: { id: number }[]; weekdays?: number[] };

/** The same slots on some weekdays, for every child. */
export const ticked = ({ children, slots, weekdays = [1, 2, 4, 5] }: Wanted): PatternPlan["slots"] =>
  children.flatMap(({ id: childId }) =>
    slots.flatMap(({ id: slotId }) => weekdays.map((weekday) => ({ childId, slotId, weekday, turn: "a" as const }))),
  );

/** Evenings of every week, from 21 September to 16 October, unless told otherwise. */
export const aPattern = (
  household: { id: string },
  slots: PatternPlan["slots"],
  { plan, ...values }: Partial<Omit<PatternInput, "plan">> & { plan?: Partial<PatternPlan> } = {},
): PatternInput => ({
  householdId: household.id,
  plan: { rhythm: { kind: "weekly" }, slots, except: [], ...plan },
  from: "2026-09-21",
  to: "2026-10-16",
  isMonthly: false,
  ...values,
});

/** The pattern as it is confirmed by who has just read its preview. */
export async function confirmed(ctx: Context, input: PatternInput, joinsWaitingList = false) {
  const { fingerprint } = await previewPattern(ctx, input);
  return { ...input, fingerprint, joinsWaitingList };
}
