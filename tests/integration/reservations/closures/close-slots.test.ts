import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, closures, emails, persons, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { recognizeRevenue } from "@/lib/ledger/recognize-revenue";
import { closeSlots } from "@/lib/reservations/closures/close-slots";
import { previewClosure } from "@/lib/reservations/closures/queries";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../../support/carts";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, anotherFamily, guardianOf } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

const friday = "2026-09-18";
const strike = { from: friday, to: friday, reach: "tout", reason: "Grève du personnel" };
const agent = (ctx: Context, role: AgentRole = "site_manager"): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

/** Two evenings paid in advance, 3,00 € each. */
async function aPaidCart(ctx: Context) {
  const cart = await aCart(ctx, { gateway: "systempay", dates: [friday, "2026-09-21"] });
  const payment = await aPaymentAtTheBank(cart.guardian, cart.order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  return cart;
}

describe("a day is closed", () => {
  test("everyone is cancelled with the reason, and what was paid comes back", async ({ ctx }) => {
    const { account, household } = await aPaidCart(ctx);
    expect(await previewClosure(agent(ctx), strike)).toEqual({
      slots: 1,
      days: 1,
      reservations: 1,
      children: 1,
      families: 1,
      creditCents: 300,
      pointed: 0,
    });

    const closed = await closeSlots(agent(ctx), strike);

    expect(closed).toMatchObject({ slots: 1, reservations: 1, families: 1, creditedCents: 300 });
    const rows = await ctx.db.select().from(reservations).orderBy(reservations.id);
    expect(rows.map(({ status, paidCents }) => [status, paidCents]).sort()).toEqual([
      ["booked", 300],
      ["cancelled", 0],
    ]);
    expect(await getBalance(ctx, account)).toBe(300);
    const [day] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.date, friday));
    expect(day).toMatchObject({ taken: 0, closedReason: strike.reason, closureId: closed.closureId });
    expect(await ctx.db.select().from(closures)).toMatchObject([{ startsOn: friday, reason: strike.reason }]);
    const changes = await ctx.db.select().from(reservationChanges).where(eq(reservationChanges.status, "cancelled"));
    expect(changes).toMatchObject([{ reason: "closure", note: strike.reason, effectCents: -300, actorKind: "agent" }]);
    const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, closed.closureId));
    expect(events.map(({ type, householdId }) => [type, householdId])).toEqual([
      ["slots.closed", null],
      ["reservation.closed", household.id],
    ]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("each parent is told once, in words, whatever the number of children and slots", async ({ ctx }) => {
    const { household } = await aPaidCart(ctx);
    await guardianOf(ctx, household);
    const { closureId } = await closeSlots(agent(ctx), { ...strike, to: "2026-09-21" });
    const told = (await ctx.db.select().from(emails)).filter(({ template }) => template === "slot-closed");
    expect(told).toHaveLength(2);
    expect(told[0]?.payload).toEqual({
      url: "http://localhost:3000/reservations?mois=2026-09",
      reason: strike.reason,
      services: ["Périscolaire – Soir"],
      days: ["vendredi 18 septembre 2026", "lundi 21 septembre 2026"],
    });
    expect(told.every(({ dedupeKey }) => dedupeKey.startsWith(`closure:${closureId}:`))).toBe(true);
  });

  test("places in baskets are freed, absences announced are cancelled too", async ({ ctx }) => {
    const { cell, household, guardian, activity } = await aCart(ctx);
    const away = await anotherFamily(ctx, activity);
    const theirs = { householdId: away.household.id, cells: [{ ...cell, childId: away.child.id }] };
    await requestSlots(away.guardian, theirs);
    await ctx.db
      .update(reservations)
      .set({ status: "absent_charged", awaiting: null, holdExpiresAt: null })
      .where(eq(reservations.childId, away.child.id));

    expect(await closeSlots(agent(ctx), strike)).toMatchObject({ reservations: 2, families: 2, creditedCents: 0 });

    const again = requestSlots(guardian, { householdId: household.id, cells: [cell] });
    await expect(again).rejects.toMatchObject({ code: "slot_closed" });
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("only what was chosen", async ({ ctx }) => {
    const { activity, slot } = await aFamilyAndAnEvening(ctx);
    const other = await aFamilyAndAnEvening(ctx);
    const scoped = (reach: string) => previewClosure(agent(ctx), { from: friday, to: friday, reach });
    expect(await scoped("tout")).toMatchObject({ slots: 2 });
    for (const reach of [`structure:${activity.facilityId}`, `activite:${activity.id}`, `creneau:${slot.id}`]) {
      expect(await scoped(reach)).toMatchObject({ slots: 1 });
    }
    await closeSlots(agent(ctx), { ...strike, reach: `creneau:${other.slot.id}` });
    expect(await scoped("tout")).toMatchObject({ slots: 1 });
  });

  test("afterwards too, within a month: what was paid comes back, counted as revenue or not", async ({ ctx }) => {
    const { account } = await aPaidCart(ctx);
    const at = (now: string) => ({ ...ctx, now: new Date(now) });
    await recognizeRevenue({ ...at("2026-09-19T01:00:00Z"), actor: { kind: "system", name: "nightly" } });
    const tooLate = closeSlots(agent(at("2026-10-20T08:00:00Z")), strike);
    await expect(tooLate).rejects.toMatchObject({ code: "nothing_open" });

    expect(await closeSlots(agent(at("2026-09-24T08:00:00Z")), strike)).toMatchObject({ creditedCents: 300 });
    await recognizeRevenue({ ...at("2026-09-25T01:00:00Z"), actor: { kind: "system", name: "nightly" } });
    expect(await getBalance(ctx, account)).toBe(300);
    expect(await checkInvariants(ctx)).toEqual([]);
  });
});

test("refuses a second closure of the same day, and a day on which a child was pointed", async ({ ctx }) => {
  const { cell } = await aPaidCart(ctx);
  await ctx.db.update(reservations).set({ status: "attended" });
  const pointed = ctx.db.transaction((tx) => closeSlots(agent({ ...ctx, db: tx }), strike));
  await expect(pointed).rejects.toMatchObject({ code: "attendance_begun" });
  await ctx.db.update(reservations).set({ status: "booked" });
  await closeSlots(agent(ctx), strike);
  await expect(closeSlots(agent(ctx), strike)).rejects.toMatchObject({ code: "nothing_open" });
  expect(cell.date).toBe(friday);
});

test("is for those who run the structure", async ({ ctx }) => {
  const { guardian } = await aFamilyAndAnEvening(ctx);
  for (const who of [guardian, agent(ctx, "animator"), agent(ctx, "auditor")]) {
    await expect(closeSlots(who, strike)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewClosure(who, strike)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("families who book, pay and withdraw at the same moment: nobody keeps a place on a closed day", async ({
  committed: ctx,
}) => {
  const { activity, cell } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 50 } });
  const families = await Promise.all(Array.from({ length: 12 }, () => anotherFamily(ctx, activity)));
  const cart = (family: (typeof families)[number]) => ({
    householdId: family.household.id,
    cells: [{ ...cell, childId: family.child.id }],
  });
  for (const family of families.slice(0, 6)) await requestSlots(family.guardian, cart(family));

  const attempts = await Promise.allSettled([
    ...families.slice(6).map((family) => requestSlots(family.guardian, cart(family))),
    ...families.slice(0, 6).map((family) => withdrawRequests(family.guardian, cart(family))),
    closeSlots(agent(ctx), strike),
    closeSlots(agent(ctx, "admin"), strike),
  ]);

  const refusals = attempts.flatMap((attempt) =>
    attempt.status === "rejected" ? [attempt.reason.code ?? String(attempt.reason)] : [],
  );
  expect(refusals.filter((code) => !["slot_closed", "cannot_withdraw", "nothing_open"].includes(code))).toEqual([]);
  expect(refusals.filter((code) => code === "nothing_open")).toHaveLength(1);
  const live = await ctx.db.select().from(reservations).where(eq(reservations.status, "requested"));
  expect(live).toEqual([]);
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ taken: 0, closedReason: strike.reason }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("five hundred reservations go in one act", async ({ committed: ctx }) => {
  const { household, occurrence } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 600 } });
  const crowd = await ctx.db
    .insert(persons)
    .values(Array.from({ length: 500 }, () => ({ firstName: "Aya", lastName: "Benali", createdAt: ctx.now })))
    .returning({ id: persons.id });
  const pricing = { tariff: "Soir", validFrom: "2026-01-01", category: "resident", method: "flat" } as const;
  await ctx.db.insert(reservations).values(
    crowd.map(({ id }) => ({
      householdId: household.id,
      childId: id,
      occurrenceId: occurrence.id,
      status: "booked" as const,
      priceCents: 300,
      paidCents: 300,
      pricing,
      requestedAt: ctx.now,
    })),
  );
  expect(await closeSlots(agent(ctx), strike)).toMatchObject({
    reservations: 500,
    creditedCents: 150_000,
    families: 1,
  });
});
