import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as schema from "@/db/schema";
import { cancelRun } from "@/lib/billing/runs/cancel-run";
import { issueRun } from "@/lib/billing/runs/issue-run";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { aCanteen, anEater, aRun, eat, invoicesOf, issued, numbers, officer, setIssuing } from "../invoices/bills";

describe("issues what a run has drawn up", () => {
  test("in the order of the names, numbered one after the other, with their lines, debt, trace and messages", async ({
    ctx,
  }) => {
    const canteen = await aCanteen(ctx);
    const rousseau = await anEater(ctx, canteen);
    const benali = await anEater(ctx, canteen, { name: "Benali" });

    const invoices = await issued(ctx, canteen);

    expect(invoices.map(({ number, householdId, totalCents }) => [number, householdId, totalCents])).toEqual([
      ["2609PS00001PNB", benali.household.id, 1050],
      ["2609PS00002PNB", rousseau.household.id, 1050],
    ]);
    const [run] = await ctx.db.select().from(schema.billingRuns);
    expect(run).toMatchObject({ status: "done", finishedAt: ctx.now });
    const [first] = invoices;
    expect(first).toMatchObject({
      kind: "invoice",
      dueOn: "2026-10-09",
      issuedOn: "2026-09-09",
      periodFrom: "2026-09-01",
    });
    expect(first?.view).toMatchObject({
      organization: { name: "Ville de Saint-Aubin" },
      payer: { name: "Famille Benali", lines: ["3 rue des Lilas", "59000 Saint-Aubin"] },
      children: [{ name: "Nahel Benali" }],
      quotients: [{ value: 620, band: "T3", from: "2026-01-01" }],
    });
    const lines = await ctx.db
      .select()
      .from(schema.invoiceLines)
      .where(eq(schema.invoiceLines.invoiceId, first?.id ?? ""));
    expect(lines.map(({ date, activity, slot, cents }) => [date, activity, slot, cents])).toEqual(
      ["2026-09-01", "2026-09-03", "2026-09-04"].map((date) => [date, "Restauration scolaire", "Repas", 350]),
    );
    const mails = await ctx.db.select().from(schema.emails).where(eq(schema.emails.template, "invoice-available"));
    expect(mails.map(({ payload }) => payload)).toContainEqual({ url: `http://localhost:3000/factures/${first?.id}` });
    expect(mails).toHaveLength(2);
    const events = await ctx.db.select().from(schema.auditEvents).where(eq(schema.auditEvents.type, "invoice.issued"));
    expect(events).toHaveLength(2);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("only the part that was not paid in advance", async ({ ctx }) => {
    const canteen = await aCanteen(ctx);
    await anEater(ctx, canteen, { paidCents: 200 });
    await anEater(ctx, canteen, { name: "Payé", paidCents: 350 });
    const invoices = await issued(ctx, canteen);
    expect(invoices.map(({ totalCents }) => totalCents)).toEqual([450]);
  });

  test.for([
    ["booked", 1050],
    ["attended_unbooked", 1050],
    ["absent_charged", 1050],
    ["absent_excused", 0],
    ["cancelled", 0],
    ["waitlisted", 0],
  ] as const)("%s makes %i", async ([status, cents], { ctx }) => {
    const canteen = await aCanteen(ctx);
    await anEater(ctx, canteen, { status });
    const invoices = await issued(ctx, canteen);
    expect(invoices.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(cents);
  });

  test("not the days to come, even booked", async ({ ctx }) => {
    const canteen = await aCanteen(ctx, { dates: ["2026-09-08", "2026-09-09", "2026-09-10"] });
    await anEater(ctx, canteen, { status: "booked" });
    const [invoice] = await issued(ctx, canteen, { periodTo: "2026-09-30" });
    expect(invoice?.totalCents).toBe(350);
  });

  test("with the days of before that nobody billed, in the same invoice", async ({ ctx }) => {
    const canteen = await aCanteen(ctx, { dates: ["2026-08-28", "2026-09-03"] });
    await anEater(ctx, canteen);
    const [invoice] = await issued(ctx, canteen);
    expect(invoice).toMatchObject({ totalCents: 700, periodFrom: "2026-08-28" });
  });

  test("once: a second run finds nothing left", async ({ ctx }) => {
    const canteen = await aCanteen(ctx);
    await anEater(ctx, canteen);
    expect(await issued(ctx, canteen)).toHaveLength(1);
    expect(await issued(ctx, canteen)).toEqual([]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("leaves small debts to the next run when asked to", async ({ ctx }) => {
    const canteen = await aCanteen(ctx);
    const { household, child } = await anEater(ctx, canteen);
    expect(await issued(ctx, canteen, { carriesSmall: true })).toEqual([]);
    const more = await ctx.db
      .insert(schema.slotOccurrences)
      .values(
        ["2026-09-07", "2026-09-08"].map((date) => ({
          slotId: canteen.slot.id,
          date,
          capacity: 10,
          bookingClosesAt: ctx.now,
          cancellationClosesAt: ctx.now,
        })),
      )
      .returning();
    await eat(ctx, { household, child, occurrences: more });
    const [invoice] = await issued(ctx, canteen, { carriesSmall: true });
    expect(invoice?.totalCents).toBe(5 * 350);
  });
});

test("credits what was billed and is no longer due, then bills what is due instead", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  const { meals, household } = await anEater(ctx, canteen);
  await issued(ctx, canteen);
  const [first, second] = meals;
  await ctx.db
    .update(schema.reservations)
    .set({ status: "absent_excused" })
    .where(eq(schema.reservations.id, first?.id ?? 0));
  await ctx.db
    .update(schema.reservations)
    .set({ priceCents: 300 })
    .where(eq(schema.reservations.id, second?.id ?? 0));

  await issued(ctx, canteen);

  const all = await ctx.db.select().from(schema.invoices).orderBy(schema.invoices.number);
  expect(all.map(({ number, kind, totalCents }) => [number, kind, totalCents])).toEqual([
    ["2609PS00001PNB", "invoice", 1050],
    ["2609PS00002PNB", "invoice", 300],
    ["2609PSA0001", "credit_note", 700],
  ]);
  const [owed] = await ctx.db.execute<{ cents: number }>(sql`
    select sum(amount_cents)::int as cents from ledger_entries where account = 'receivable' and household_id = ${household.id}`);
  expect(owed?.cents).toBe(350 + 300);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("two runs of the same period at the same moment bill each meal once, without a hole", async ({
  committed: ctx,
}) => {
  const canteen = await aCanteen(ctx);
  for (let index = 0; index < 30; index += 1) await anEater(ctx, canteen, { name: `Famille ${index}` });
  const runs = await Promise.all([aRun(ctx, canteen), aRun(ctx, canteen)]);
  for (const runId of runs) await setIssuing(ctx, runId);

  await Promise.all(runs.map((runId) => issueRun(ctx, runId)));

  expect(await numbers(ctx)).toEqual(numbersTo(30));
  expect(await ctx.db.select().from(schema.billedReservations)).toHaveLength(90);
  const lists = await ctx.db.select({ state: schema.billingRunHouseholds.state }).from(schema.billingRunHouseholds);
  expect(lists.map(({ state }) => state).sort()).toEqual([...Array(30).fill("issued"), ...Array(30).fill("nothing")]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("killed at any point and run again, it goes on with what is left: no double, no hole (I18)", async ({
  committed: ctx,
}) => {
  const canteen = await aCanteen(ctx, { dates: ["2026-09-01"] });
  for (let index = 0; index < 40; index += 1) await anEater(ctx, canteen, { name: `Famille ${index}` });
  const runId = await aRun(ctx, canteen);
  await setIssuing(ctx, runId);

  let kills = 0;
  for (let statements = 2; (await statusOf(ctx, runId)) !== "done"; statements += 1) {
    const killed = await issueRun({ ...ctx, db: dyingAfter(ctx.db, { left: statements }) }, runId).catch(
      (error: unknown) => error,
    );
    if (killed) kills += 1;
  }

  expect(kills).toBeGreaterThan(10);
  const invoices = await invoicesOf(ctx, runId);
  expect(invoices.map(({ number }) => number)).toEqual(numbersTo(40));
  expect(new Set(invoices.map(({ householdId }) => householdId)).size).toBe(40);
  const states = await ctx.db.select({ state: schema.billingRunHouseholds.state }).from(schema.billingRunHouseholds);
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["issued"]));
  expect(await checkInvariants(ctx)).toEqual([]);
});

/** What PostgreSQL says to a session that an administrator ends. */
class Killed extends Error {
  readonly code = "57P01";
}

/** The same database, until so many statements have been sent: then the process is gone, and its transaction with it. */
function dyingAfter<Db extends object>(db: Db, life: { left: number }): Db {
  return new Proxy(db, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name === "transaction") {
        return (work: (tx: Db) => unknown) => member.call(target, (tx: Db) => work(dyingAfter(tx, life)));
      }
      return (...args: unknown[]) => {
        life.left -= 1;
        if (life.left < 0) throw new Killed("terminating connection due to administrator command");
        return member.apply(target, args);
      };
    },
  });
}

const numbersTo = (last: number) =>
  Array.from({ length: last }, (_, index) => `2609PS${String(index + 1).padStart(5, "0")}PNB`);

const statusOf = async ({ db }: Context, runId: string) =>
  (await db.select().from(schema.billingRuns).where(eq(schema.billingRuns.id, runId)))[0]?.status;

test("stops between two batches when it is cancelled, and keeps what it has issued", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  await setIssuing(ctx, runId);
  await cancelRun(await officer(ctx), runId);

  await issueRun(ctx, runId);

  expect(await invoicesOf(ctx, runId)).toEqual([]);
  const [run] = await ctx.db.select().from(schema.billingRuns);
  expect(run?.status).toBe("cancelled");
});
