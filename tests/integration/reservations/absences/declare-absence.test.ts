import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { absencePlaces, absences, auditEvents, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { declareAbsence } from "@/lib/reservations/absences/declare-absence";
import { withdrawAbsence } from "@/lib/reservations/absences/withdraw-absence";
import { anAbsence, aSickChild } from "../../../support/absences";
import { balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily, guardianOf, later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

test("all services of some days in one gesture: charged until a proof is accepted, the places given back", async ({
  ctx,
}) => {
  const { guardian, illness, cells, account } = await aSickChild(ctx);

  const declared = await declareAbsence(guardian, { ...illness, note: "Une angine" });

  expect(declared).toMatchObject({
    cells: cells.map((cell) => ({ ...cell, code: "F" })),
    creditedCents: 0,
    proofUntil: "dimanche 20 septembre 2026 à 23\u00a0h\u00a059",
  });
  expect(await balanceOf(ctx, account)).toBe(0);
  expect((await ctx.db.select().from(slotOccurrences)).map(({ taken }) => taken)).toEqual([0, 0]);
  const [absence] = await ctx.db.select().from(absences);
  expect(absence).toMatchObject({ status: "awaiting_proof", reason: "illness", declaredBy: guardian.actor.accountId });
  expect(absence?.sealedNote).not.toContain("angine");
  expect(await ctx.db.select().from(absencePlaces)).toHaveLength(2);
  const changes = await ctx.db.select().from(reservationChanges).orderBy(asc(reservationChanges.id));
  expect(changes.at(-1)).toMatchObject({ status: "absent_charged", reason: "absence_declared", actorKind: "guardian" });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "absence.declared"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("where no proof is asked for, it is excused at once after the waiting days, and credited once", async ({
  ctx,
}) => {
  const { declared, account } = await anAbsence(ctx, { policy: { proofRequired: false, waitingDays: 1 } });

  expect(declared.cells).toMatchObject([{ code: "F" }, { code: "E" }]);
  expect(declared).toMatchObject({ creditedCents: 300, proofUntil: null });
  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "settled", proofDueAt: null }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("what can still be cancelled is cancelled for nothing", async ({ ctx }) => {
  const { guardian, illness, account } = await aSickChild(ctx, { dates: ["2026-09-18", "2026-09-25"] });
  const declared = await declareAbsence(guardian, illness);
  expect(declared.cells).toMatchObject([{ code: "F" }, { code: "." }]);
  expect(await balanceOf(ctx, account)).toBe(300);

  const other = await aSickChild(ctx, { dates: ["2026-09-25"] });
  expect(await declareAbsence(other.guardian, other.illness)).toMatchObject({ absenceId: null, proofUntil: null });
});

test("an absence that goes on does not begin its waiting days again", async ({ ctx }) => {
  const { guardian, days } = await aSickChild(ctx, { policy: { proofRequired: false, waitingDays: 1 } });
  await declareAbsence(guardian, { ...days, to: days.from, reason: "illness" });
  const second = await declareAbsence(guardian, { ...days, from: days.to, reason: "illness" });
  expect(second.cells).toMatchObject([{ code: "E" }]);
});

test("a service that an agent pointed as missed may still be proved", async ({ ctx }) => {
  const { guardian, illness } = await aSickChild(ctx);
  await ctx.db.update(reservations).set({ status: "absent_charged" });
  const after = { ...guardian, now: new Date("2026-09-19T08:00:00Z") };
  const declared = await declareAbsence(after, illness);
  expect(declared.cells).toHaveLength(2);
});

test("declared again by who never heard the answer, it is the same absence; by the other parent, there is nothing left", async ({
  ctx,
}) => {
  const { guardian, household, illness, days } = await aSickChild(ctx, { dates: ["2026-09-18", "2026-09-25"] });
  const declared = await declareAbsence(guardian, illness);
  const again = await declareAbsence(later(guardian, 90), illness);
  expect(again).toEqual({ ...declared, creditedCents: 0 });
  expect(await ctx.db.select().from(absences)).toHaveLength(1);

  const parent = { ...guardian, actor: (await guardianOf(ctx, household)).actor };
  for (const other of [
    () => declareAbsence(parent, illness),
    () => declareAbsence(guardian, { ...illness, reason: "other" }),
    () => declareAbsence(guardian, { ...illness, to: days.from }),
  ]) {
    await expect(other()).rejects.toMatchObject({ code: "nothing_to_miss" });
  }
  await withdrawAbsence(guardian, { householdId: household.id, cells: declared.cells.slice(0, 1) });
  await expect(declareAbsence(guardian, { ...illness, to: "2026-09-26" })).resolves.toBeDefined();

  const inTime = await aSickChild(ctx, { dates: ["2026-09-25"] });
  const cancelled = await declareAbsence(inTime.guardian, inTime.illness);
  const told = await declareAbsence(inTime.guardian, inTime.illness);
  expect(told).toEqual({ ...cancelled, creditedCents: 0 });
  expect(await balanceOf(ctx, inTime.account)).toBe(300);
});

test("refuses when nothing is booked, too many days, and days long gone", async ({ ctx }) => {
  const { guardian, illness } = await aSickChild(ctx);
  const nothing = declareAbsence(guardian, { ...illness, from: "2026-09-21", to: "2026-09-22" });
  await expect(nothing).rejects.toMatchObject({ code: "nothing_to_miss" });
  const long = declareAbsence(guardian, { ...illness, to: "2026-12-18" });
  await expect(long).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { to: [expect.any(String)] } },
  });
  const old = declareAbsence(guardian, { ...illness, from: "2026-09-01" });
  await expect(old).rejects.toMatchObject({ details: { fields: { from: [expect.any(String)] } } });
});

test("another family's child is not there", async ({ ctx }) => {
  const { activity, illness, late } = await aSickChild(ctx);
  const other = await anotherFamily(ctx, activity);
  const stranger = { ...other.guardian, now: late.now };
  await expect(declareAbsence(stranger, illness)).rejects.toMatchObject({ code: "not_found" });
  const theirs = declareAbsence(stranger, { ...illness, householdId: other.household.id });
  await expect(theirs).rejects.toMatchObject({ code: "nothing_to_miss" });
});

test("declared several times at the same moment, it is one absence", async ({ committed: ctx }) => {
  const { guardian, illness, account } = await aSickChild(ctx, { policy: { proofRequired: false } });
  const told = await Promise.all(Array.from({ length: 4 }, () => declareAbsence(guardian, illness)));
  expect(new Set(told.map(({ absenceId }) => absenceId)).size).toBe(1);
  expect(await ctx.db.select().from(absences)).toHaveLength(1);
  expect(await balanceOf(ctx, account)).toBe(600);
  expect(await checkInvariants(ctx)).toEqual([]);
});
