import { eq } from "drizzle-orm";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { creditReleased } from "@/lib/billing/invoices/credit-released";
import type { Context } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { lockPlacesOf } from "@/lib/reservations/lock-places";
import { moveReservations } from "@/lib/reservations/move-reservations";
import { releasePlaces } from "@/lib/reservations/release-places";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { anInvoice, issued, september } from "./bills";

const notes = async ({ db }: Context) =>
  db.select().from(schema.invoices).where(eq(schema.invoices.kind, "credit_note"));
const jobs = async ({ db }: Context) =>
  db.execute<{ payload: unknown }>(
    "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'credit-released'",
  );

async function excuse(ctx: Context, ids: number[]): Promise<void> {
  const places = await lockPlacesOf(ctx, ids);
  await releasePlaces(ctx, places, { status: "absent_excused", reason: "absence_accepted" });
}

test("an absence excused after its invoice is credited by a job of the deciding transaction, once, and told", async ({
  ctx,
}) => {
  const { household, meals, invoice, account, canteen } = await anInvoice(ctx);
  const [first] = meals;
  await excuse(ctx, [first?.id ?? 0]);
  expect(await jobs(ctx)).toMatchObject([{ payload: { householdId: household.id } }]);

  await creditReleased(ctx, household.id);
  await creditReleased(ctx, household.id);
  const [note, ...others] = await notes(ctx);
  expect(others).toEqual([]);
  expect(note).toMatchObject({ totalCents: 350, creditOfId: invoice.id, number: "2609PSA0001", runId: null });
  expect(note?.view.reason).toBe("Absence justifiée après la facture");
  // Nothing was paid yet: less is due, and nothing is on the account.
  expect(await getBalance(ctx, account)).toBe(0);
  const told = await ctx.db.select().from(schema.emails).where(eq(schema.emails.template, "credit-note-available"));
  expect(told).toHaveLength(1);

  // The next run finds nothing to settle for it.
  expect(await issued(ctx, canteen, september)).toEqual([]);
  expect(await notes(ctx)).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("what was only moved, and is still due, is left alone", async ({ ctx }) => {
  const { household, meals } = await anInvoice(ctx);
  await moveReservations(
    ctx,
    meals.map(({ id }) => ({ id })),
    { status: "absent_charged", reason: "pointed" },
  );
  expect(await jobs(ctx)).toEqual([]);
  await creditReleased(ctx, household.id);
  expect(await notes(ctx)).toEqual([]);
});

test("every line of a closed service is credited on its invoice, for the reason that the family reads", async ({
  ctx,
}) => {
  const { household, meals, invoice } = await anInvoice(ctx);
  await ctx.db.update(schema.reservations).set({ status: "absent_charged" });
  const places = await lockPlacesOf(
    ctx,
    meals.map(({ id }) => id),
  );
  await releasePlaces(ctx, places, { status: "cancelled", reason: "closure" });
  await creditReleased(ctx, household.id);
  expect(await notes(ctx)).toMatchObject([
    { totalCents: invoice.totalCents, view: { reason: "Service fermé par la structure après la facture" } },
  ]);
});
