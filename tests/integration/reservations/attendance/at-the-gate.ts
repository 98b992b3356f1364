import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { accounts, attendanceRecords, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { requestSlots } from "@/lib/reservations/request-slots";
import { type ActivityValues, aFamilyAndAnEvening } from "../../../support/factories";

/** Friday 18 September 2026, 16:40 in Paris: the evening has begun. */
const GATE = new Date("2026-09-18T14:40:00Z");

const ANIMATOR = "00000000-0000-4000-8000-000000000001";

export const agent = <C extends Context>(ctx: C, role: AgentRole = "animator"): Context => ({
  ...ctx,
  now: GATE,
  actor: { kind: "agent", accountId: ANIMATOR, role },
});

/** So many minutes after 16:40, as a tablet writes it. */
export const at = (minutes: number): string => new Date(GATE.getTime() + minutes * 60_000).toISOString();

/** A child booked for the evening, and the animator who points. */
export async function anEveningToPoint(ctx: Context, activity: ActivityValues = {}) {
  const family = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed", ...activity } });
  const { household, guardian, cell } = family;
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await ctx.db.insert(accounts).values({
    id: ANIMATOR,
    email: "animation@exemple.fr",
    displayName: "Inès Petit",
    role: "animator",
    createdAt: ctx.now,
  });
  return { ...family, animator: agent(ctx) };
}

/** A touch of the cell, with a key of its own. */
export const touch = (cell: { childId: string; slotId: number; date: string }, minutes = 0) => ({
  ...cell,
  key: randomUUID(),
  at: at(minutes),
});

export const reservationsOf = ({ db }: Context, childId: string) =>
  db.select().from(reservations).where(eq(reservations.childId, childId)).orderBy(asc(reservations.id));

export const recordsOf = ({ db }: Context) => db.select().from(attendanceRecords).orderBy(asc(attendanceRecords.id));

export const changesOf = ({ db }: Context) => db.select().from(reservationChanges).orderBy(asc(reservationChanges.id));

export async function takenOn({ db }: Context, occurrence: { id: number }): Promise<number | undefined> {
  const [row] = await db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  return row?.taken;
}
