import { asc, eq } from "drizzle-orm";
import { reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { requestSlots } from "@/lib/reservations/request-slots";
import { joinWaitingList } from "@/lib/reservations/waiting/join-waiting-list";
import { type ActivityValues, aFamilyAndAnEvening, anotherFamily } from "./factories";

type Values = { waiting?: number; activity?: ActivityValues; closesAt?: Date };

/** An evening of one place, taken by a first family; so many others wait for it, in order. */
export async function aFullEvening(ctx: Context, { waiting = 1, activity = {}, closesAt }: Values = {}) {
  const first = await aFamilyAndAnEvening(ctx, {
    activity: { billingMode: "billed", ...activity },
    occurrence: { capacity: 1, ...(closesAt && { bookingClosesAt: closesAt, cancellationClosesAt: closesAt }) },
  });
  const taken = { householdId: first.household.id, cells: [first.cell] };
  await requestSlots(first.guardian, taken);
  const others = [];
  for (let rank = 1; rank <= waiting; rank += 1) {
    const { household, child, guardian } = await anotherFamily(ctx, first.activity);
    const input = { householdId: household.id, cells: [{ ...first.cell, childId: child.id }] };
    await joinWaitingList(guardian, input);
    others.push({ household, child, guardian, input });
  }
  return { ...first, taken, others };
}

/** The states of everyone who ever wanted this evening, in the order in which they came. */
export const statesOf = async ({ db }: Context, occurrence: { id: number }) =>
  (
    await db
      .select({ status: reservations.status, awaiting: reservations.awaiting })
      .from(reservations)
      .where(eq(reservations.occurrenceId, occurrence.id))
      .orderBy(asc(reservations.id))
  ).map(({ status, awaiting }) => (awaiting ? `${status}/${awaiting}` : status));

/** The one at this place of a list. */
export function nth<T>(list: T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}
