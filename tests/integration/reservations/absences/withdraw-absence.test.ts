import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { absences, slotOccurrences } from "@/db/schema";
import { asSystem } from "@/lib/core/context";
import { postEntries } from "@/lib/ledger/post-entries";
import { decideAbsence } from "@/lib/reservations/absences/decide-absence";
import { withdrawAbsence } from "@/lib/reservations/absences/withdraw-absence";
import { anAbsence, aSiteManager } from "../../../support/absences";
import { balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

test("booked again; the absence is over once nothing is left of it", async ({ ctx }) => {
  const { guardian, household, cells } = await anAbsence(ctx);
  const [first] = cells;
  if (!first) throw new Error("no cell");

  const change = await withdrawAbsence(guardian, { householdId: household.id, cells: [first] });
  expect(change.cells).toEqual([{ ...first, code: "R" }]);
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "awaiting_proof" }]);
  await withdrawAbsence(guardian, { householdId: household.id, cells: cells.slice(1) });
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "withdrawn" }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("what was given back is taken again, or the place stays given up", async ({ ctx }) => {
  const { guardian, household, cells, account } = await anAbsence(ctx, { policy: { proofRequired: false } });
  const input = { householdId: household.id, cells };
  expect(await balanceOf(ctx, account)).toBe(600);
  await postEntries(asSystem(ctx, "test"), {
    ...account,
    kind: "refund",
    reference: "refund:1",
    label: "Remboursement",
    debit: "household",
    credit: "bank",
    amountCents: 300,
  });
  await expect(withdrawAbsence(guardian, input)).rejects.toMatchObject({ code: "credit_spent" });

  await withdrawAbsence(guardian, { ...input, cells: cells.slice(0, 1) });
  expect(await balanceOf(ctx, account)).toBe(0);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses when someone has the place, when the service has begun, and once an agent has decided", async ({
  ctx,
}) => {
  const { guardian, household, cells, occurrence, absenceId } = await anAbsence(ctx);
  const input = { householdId: household.id, cells: cells.slice(0, 1) };
  await ctx.db.update(slotOccurrences).set({ capacity: 0 }).where(eq(slotOccurrences.id, occurrence.id));
  await expect(withdrawAbsence(guardian, input)).rejects.toMatchObject({ code: "slot_full" });
  await ctx.db.update(slotOccurrences).set({ capacity: 10 }).where(eq(slotOccurrences.id, occurrence.id));
  const begun = { ...guardian, now: new Date("2026-09-17T14:30:00Z") };
  await expect(withdrawAbsence(begun, input)).rejects.toMatchObject({ code: "service_begun" });

  const agent = await aSiteManager(ctx, household);
  await decideAbsence(agent, { id: absenceId, decision: "refuse", reason: "Sans justificatif." });
  await expect(withdrawAbsence(guardian, input)).rejects.toMatchObject({ code: "absence_not_declared" });
});

test("answers another family like a missing one", async ({ ctx }) => {
  const { household, activity, cells } = await anAbsence(ctx);
  const other = await anotherFamily(ctx, activity);
  const inTheirName = withdrawAbsence(other.guardian, { householdId: household.id, cells });
  await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
});
