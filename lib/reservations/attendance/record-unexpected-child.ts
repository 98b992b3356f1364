import { and, asc, eq } from "drizzle-orm";
import { activities, householdMembers, type PricingTrace, reservationChanges, reservations, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import { findCandidates } from "../find-candidates";
import { moveReservations } from "../move-reservations";
import type { UnexpectedChildInput } from "./input";
import { assertPointable, isKnown, isOvertaken, keepRecord, lockPointed, tappedAt } from "./keep-record";
import { pointChild, type Recorded } from "./point-child";
import { isUnconfirmed } from "./rules";

/**
 * Records a child who came without a booking, at the price of that day and the activity's surcharge; they hold no place,
 * so a full slot refuses nobody who is there. A child who was booked after all is pointed present. Refuses with
 * `slot_closed`, `price_unknown`, and `not_found` a child of no household.
 */
export async function recordUnexpectedChild(ctx: Context, input: UnexpectedChildInput): Promise<Recorded> {
  authorize(ctx, "attendance:write");
  assertPointable(ctx, input);

  const tryOnce = () => inTransaction(ctx, (ctx) => record(ctx, input));
  return tryOnce().catch((error: unknown) => {
    // Another animator was faster: the child is now pointed like any other.
    if (violatedConstraint(error) !== "reservations_child_occurrence_live_unique") throw error;
    return tryOnce();
  });
}

async function record(ctx: Context, input: UnexpectedChildInput): Promise<Recorded> {
  const pointed = await lockPointed(ctx, input);
  if (pointed && !isUnconfirmed(pointed.status)) return pointChild(ctx, { ...input, state: "present" }, pointed);
  if (await isKnown(ctx, input.key)) return { status: pointed?.status ?? null };
  const at = tappedAt(ctx, input.at);
  if (pointed && (await isOvertaken(ctx, input, at))) {
    await keepRecord(ctx, { reservationId: pointed.id, key: input.key, state: "present", at, found: null });
    return { status: pointed.status };
  }

  const { householdId, occurrenceId, price } = await priceFor(ctx, input);
  const waits = pointed?.status === "requested" || pointed?.status === "waitlisted";
  const id = waits
    ? await confirm(ctx, pointed.id, price)
    : await insertUnbooked(ctx, { householdId, childId: input.childId, occurrenceId, price });
  const found = pointed && waits ? pointed.status : "cancelled";
  await keepRecord(ctx, { reservationId: id, key: input.key, state: "present", at, found });
  await recordEvent(ctx, {
    type: "attendance.unexpected",
    subjectId: String(id),
    householdId,
    data: { slotId: input.slotId, date: input.date, at: input.at, priceCents: price.cents },
  });
  return { status: "attended_unbooked" };
}

type Price = { cents: number; trace: PricingTrace };

/** What the household that has the child that day would have paid, and the surcharge. */
async function priceFor(ctx: Context, { childId, slotId, date }: UnexpectedChildInput) {
  const homes = await ctx.db
    .select({ householdId: householdMembers.householdId })
    .from(householdMembers)
    .where(and(eq(householdMembers.personId, childId), eq(householdMembers.role, "child")))
    .orderBy(asc(householdMembers.householdId));
  const candidates = await Promise.all(
    homes.map(async ({ householdId }) => {
      const cells = [{ childId, slotId, date }];
      const [candidate] = await findCandidates(asSystem(ctx, "attendance"), { householdId, cells });
      return candidate && { ...candidate, householdId };
    }),
  );
  const candidate = candidates.find((home) => home && !home.elsewhere) ?? candidates[0];
  if (!candidate) throw new DomainError("not_found");
  const { householdId, occurrence, closedReason, price, billing } = candidate;
  if (!occurrence || closedReason !== null) throw new DomainError("slot_closed");
  if (!price) throw new DomainError("price_unknown");
  const surchargeCents = billing === "free" ? 0 : await surchargeOf(ctx, slotId);
  return { householdId, occurrenceId: occurrence.id, price: withSurcharge(price, surchargeCents) };
}

const withSurcharge = ({ cents, trace }: Price, surchargeCents: number): Price => ({
  cents: cents + surchargeCents,
  trace: surchargeCents > 0 ? { ...trace, surchargeCents } : trace,
});

async function surchargeOf({ db }: Context, slotId: number): Promise<number> {
  const [activity] = await db
    .select({ surchargeCents: activities.unbookedSurchargeCents })
    .from(slots)
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .where(eq(slots.id, slotId));
  return activity?.surchargeCents ?? 0;
}

/** A request that nobody had confirmed: the child is there, without a place. */
async function confirm(ctx: Context, id: number, { cents, trace }: Price): Promise<number> {
  await ctx.db.update(reservations).set({ priceCents: cents, pricing: trace }).where(eq(reservations.id, id));
  await moveReservations(ctx, [{ id }], { status: "attended_unbooked", reason: "unexpected" });
  return id;
}

type Unbooked = { householdId: string; childId: string; occurrenceId: number; price: Price };

async function insertUnbooked(ctx: Context, { price, ...place }: Unbooked): Promise<number> {
  const { db, actor, now } = ctx;
  const accountId = "accountId" in actor ? actor.accountId : null;
  const status = "attended_unbooked";
  const [row] = await db
    .insert(reservations)
    .values({
      ...place,
      status,
      priceCents: price.cents,
      pricing: price.trace,
      requestedAt: now,
      requestedBy: accountId,
    })
    .returning({ id: reservations.id });
  if (!row) throw new Error("no reservation was written");
  await db
    .insert(reservationChanges)
    .values({ reservationId: row.id, status, reason: "unexpected", actorKind: actor.kind, accountId, at: now });
  return row.id;
}
