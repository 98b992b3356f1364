import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import { bookingWindows, documentRequirements, enrollments, households, reservations } from "@/db/schema";
import { settlePayment } from "@/lib/billing/settle-payment";
import { getFamilyHome } from "@/lib/reporting/family-home";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCart, aCredit, anOutcome, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import {
  aChild,
  aFamilyAndAnEvening,
  anActivity,
  anOccurrence,
  anotherFamily,
  enroll,
  later,
} from "../../support/factories";

test("tells the next deadline, what is to pay, the credit of all régies and the days to come", async ({ ctx }) => {
  const { household, guardian, child, account, occurrence, slot } = await aCart(ctx, { creditCents: 450 });
  const elsewhere = await anActivity(ctx);
  await aCredit(ctx, { householdId: household.id, revenueOfficeId: elsewhere.revenueOfficeId, cents: 50 });
  await anOccurrence(ctx, slot, { date: "2026-09-21" });

  const home = await getFamilyHome(guardian, household.id);

  expect(home).toEqual({
    awaitingApproval: 0,
    offers: null,
    due: null,
    papers: { missing: [], expiring: [], blocking: [] },
    newPublications: 0,
    news: [],
    toComplete: 0,
    opening: null,
    nextDeadline: { closesAt: occurrence.bookingClosesAt, label: "Soir du vendredi 18 septembre" },
    creditCents: 500,
    lastReceiptOn: null,
    toPay: [child.firstName],
    week: {
      days: ["2026-09-18", "2026-09-21"],
      children: [{ firstName: child.firstName, rank: 1, days: [[{ label: "Soir", code: "P" }], []] }],
    },
  });
  expect(account.householdId).toBe(household.id);
});

test("tells of the last receipt, and of nothing to pay once it is paid", async ({ ctx }) => {
  const { household, guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const payment = await aPaymentAtTheBank(guardian, order);
  await settlePayment(later(ctx, 24 * 60), payment.id, anOutcome(payment));
  const home = await getFamilyHome(guardian, household.id);
  expect(home).toMatchObject({ lastReceiptOn: "2026-09-10", toPay: [], creditCents: 0 });
  expect(home.week.children[0]?.days).toEqual([[{ label: "Soir", code: "R" }]]);
});

test("forgets a hold that is over, and names each child once", async ({ ctx }) => {
  const { household, guardian, slot, cell, activity } = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const lisa = await aChild(ctx, household, { firstName: "Lisa" });
  await enroll(ctx, lisa, activity);
  await requestSlots(later(guardian, 10), { householdId: household.id, cells: [{ ...cell, childId: lisa.id }] });
  expect((await getFamilyHome(later(guardian, 10), household.id)).toPay).toEqual(["Lisa", "Nahel"]);
  expect((await getFamilyHome(later(guardian, 20), household.id)).toPay).toEqual(["Lisa"]);
  expect(slot.label).toBe("Soir");
});

test("shows five days at the most, of three weeks at the most", async ({ ctx }) => {
  const { household, guardian, slot } = await aFamilyAndAnEvening(ctx);
  for (const day of [14, 15, 16, 17, 21, 22]) await anOccurrence(ctx, slot, { date: `2026-09-${day}` });
  expect((await getFamilyHome(guardian, household.id)).week.days).toEqual([
    "2026-09-14",
    "2026-09-15",
    "2026-09-16",
    "2026-09-17",
    "2026-09-18",
  ]);
  const muchLater = later(guardian, 30 * 24 * 60);
  expect(await getFamilyHome(muchLater, household.id)).toMatchObject({ nextDeadline: null, week: { days: [] } });
});

test("is not another family's to see", async ({ ctx }) => {
  const { household, activity } = await aCart(ctx);
  const other = await anotherFamily(ctx, activity);
  await expect(getFamilyHome(other.guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
});

test("says what is to do: a paper, a place that came free, an enrolment to complete, in as many statements as ever", async ({
  ctx,
}) => {
  const { household, guardian, cell, activity, child } = await aFamilyAndAnEvening(ctx);
  await ctx.db.insert(documentRequirements).values({
    kind: "insurance",
    label: "Assurance",
    appliesTo: "child",
    validity: { kind: "schoolYear" },
  });
  const until = later(ctx, 60).now;
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await ctx.db.update(reservations).set({ status: "requested", awaiting: "answer", holdExpiresAt: until });
  const statements = vi.spyOn(ctx.db, "execute");
  const before = await getFamilyHome(guardian, household.id);
  const few = statements.mock.calls.length;
  expect(before).toMatchObject({
    papers: { missing: ["Assurance (Nahel)"] },
    offers: { count: 1, until },
    toPay: [],
    toComplete: 0,
  });

  await enroll(ctx, await aChild(ctx, household, { firstName: "Lisa" }), activity);
  await ctx.db
    .update(enrollments)
    .set({ status: "incomplete", householdId: household.id })
    .where(eq(enrollments.childId, child.id));
  statements.mockClear();
  expect(await getFamilyHome(guardian, household.id)).toMatchObject({ toComplete: 1 });
  expect(statements).toHaveBeenCalledTimes(few);
});

test("is of one's own household", async ({ ctx }) => {
  const { activity, guardian } = await aFamilyAndAnEvening(ctx);
  const { household } = await anotherFamily(ctx, activity);
  await expect(getFamilyHome(guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
});

test("announces the next days that open to this family, and counts no deadline before", async ({ ctx }) => {
  const { household, guardian, activity } = await aFamilyAndAnEvening(ctx);
  const days = { activityId: activity.id, firstDay: "2026-09-14", lastDay: "2026-09-25" };
  const [opensAt, residentsOpenAt] = [new Date("2026-09-12T06:30:00Z"), new Date("2026-09-10T06:30:00Z")];
  await ctx.db.insert(bookingWindows).values({ ...days, opensAt, residentsOpenAt });
  const opening = { activity: "Périscolaire", firstDay: "2026-09-14", lastDay: "2026-09-25" };

  const resident = await getFamilyHome(guardian, household.id);
  expect(resident).toMatchObject({ nextDeadline: null, opening: { ...opening, at: residentsOpenAt } });
  await ctx.db.update(households).set({ tariffCategory: "nonResident" });
  expect(await getFamilyHome(guardian, household.id)).toMatchObject({ opening: { ...opening, at: opensAt } });
  expect((await getFamilyHome({ ...guardian, now: opensAt }, household.id)).opening).toBeNull();
});
