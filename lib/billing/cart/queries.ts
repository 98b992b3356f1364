import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import {
  activities,
  householdMembers,
  persons,
  reservations,
  revenueOffices,
  slotOccurrences,
  slots,
} from "@/db/schema";
import { explainPrice } from "@/lib/catalogue/tariffs/rules";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context } from "@/lib/core/context";
import { listBalances } from "@/lib/ledger/queries";
import { isTestMode } from "@/lib/payments/rules";
import { listOpenPayments } from "../open-payments";
import { type CartBlock, type CartView, prolongedHold, totalDue } from "./rules";

type CartLine = Awaited<ReturnType<typeof listCartLines>>[number];

/** The cart: every request that waits for its payment, one block per régie, with what its account already holds. */
export async function getCart(ctx: Context, householdId: string): Promise<CartView> {
  authorize(ctx, "cart:read", { householdId });

  const [lines, balances, open] = await Promise.all([
    listCartLines(ctx, householdId),
    listBalances(ctx, householdId),
    listOpenPayments(ctx, householdId, "cart"),
  ]);
  const offices = [...new Set(lines.map(({ revenueOfficeId }) => revenueOfficeId))];
  const blocks = offices.map((id) =>
    toBlock(
      ctx.now,
      lines.filter(({ revenueOfficeId }) => revenueOfficeId === id),
      balances.find(({ revenueOfficeId }) => revenueOfficeId === id)?.balanceCents ?? 0,
      open.find(({ revenueOfficeId }) => revenueOfficeId === id)?.id ?? null,
    ),
  );
  return { householdId, blocks: blocks.filter((block) => block !== undefined) };
}

export type CounterCart = Awaited<ReturnType<typeof listCartsAtCounter>>[number];

/** What a family has asked for and not paid, by régie, for an agent who may confirm it with the credit of its account. */
export async function listCartsAtCounter(ctx: Context, householdId: string) {
  authorize(ctx, "cart:confirm");

  const { blocks } = await getCart(asSystem(ctx, "counter"), householdId);
  return blocks.map(({ revenueOfficeId, name, lines, subtotalCents, balanceCents }) => ({
    revenueOfficeId,
    name,
    count: lines.length,
    subtotalCents,
    balanceCents,
  }));
}

function toBlock(
  now: Date,
  lines: CartLine[],
  balanceCents: number,
  openPaymentId: string | null,
): CartBlock | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const subtotalCents = lines.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return {
    revenueOfficeId: first.revenueOfficeId,
    name: first.office,
    gateway: first.gateway,
    test: isTestMode("saisie" in first.settings ? first.settings.saisie : first.settings.mode),
    lines: lines.map(({ reservationId, childId, slotId, date, activity, slot, child, rank, priceCents, pricing }) => ({
      reservationId,
      childId,
      slotId,
      date,
      activity,
      slot,
      child,
      rank,
      priceCents,
      why: explainPrice(pricing, priceCents),
    })),
    holdExpiresAt: Math.min(...lines.map(({ holdExpiresAt }) => holdExpiresAt.getTime())),
    canProlong: lines.some(({ requestedAt, holdExpiresAt }) => prolongedHold(now, requestedAt, holdExpiresAt) !== null),
    subtotalCents,
    balanceCents,
    totalCents: totalDue(subtotalCents, balanceCents, first.gateway),
    openPaymentId,
  };
}

/** Requests whose place is still kept, in the order of the days. */
export async function listCartLines(ctx: Context, householdId: string) {
  authorize(ctx, "cart:read", { householdId });

  const lines = await ctx.db
    .select({
      reservationId: reservations.id,
      childId: reservations.childId,
      slotId: slots.id,
      date: slotOccurrences.date,
      activity: activities.name,
      slot: slots.label,
      child: persons.firstName,
      rank: householdMembers.rank,
      priceCents: reservations.priceCents,
      pricing: reservations.pricing,
      requestedAt: reservations.requestedAt,
      holdExpiresAt: reservations.holdExpiresAt,
      revenueOfficeId: revenueOffices.id,
      office: revenueOffices.name,
      gateway: revenueOffices.gateway,
      settings: revenueOffices.gatewaySettings,
    })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, activities.revenueOfficeId))
    .innerJoin(persons, eq(persons.id, reservations.childId))
    .innerJoin(
      householdMembers,
      and(eq(householdMembers.personId, persons.id), eq(householdMembers.householdId, reservations.householdId)),
    )
    .where(
      and(
        eq(reservations.householdId, householdId),
        eq(reservations.awaiting, "payment"),
        isNotNull(reservations.holdExpiresAt),
        gt(reservations.holdExpiresAt, ctx.now),
      ),
    )
    .orderBy(asc(revenueOffices.name), asc(slotOccurrences.date), asc(householdMembers.rank), asc(slots.startsAt));
  return lines.map((line) => ({ ...line, holdExpiresAt: line.holdExpiresAt ?? ctx.now }));
}
