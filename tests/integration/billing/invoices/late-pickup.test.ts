import { asc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { getInvoice } from "@/lib/billing/invoices/queries/invoice";
import { issueRun } from "@/lib/billing/runs/issue-run";
import { listUnbilledPeriods } from "@/lib/billing/runs/queries";
import { asSystem, type Context } from "@/lib/core/context";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { recordDeparture } from "@/lib/reservations/attendance/record-departure";
import { aPaidCart } from "../../../support/carts";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { agent, touch } from "../../reservations/attendance/at-the-gate";
import { aRun, issued, setIssuing } from "./bills";

/** The evening of 18 September ends at 18:30; ten more minutes are nobody's fault. */
const AT_18_52 = "2026-09-18T16:52:00Z";
const IN_TIME = "2026-09-18T16:30:00Z";
const october = { periodFrom: "2026-10-01", periodTo: "2026-10-31", dueOn: "2026-12-01" };
const september = { ...october, periodFrom: "2026-09-01", periodTo: "2026-09-30" };

const settings = {
  series: "PS",
  numberTemplate: "{YY}{MM}{SERIES}{COUNTER:5}PNB",
  creditTemplate: "{YY}{MM}{SERIES}A{COUNTER:4}",
};

type Family = Pick<Awaited<ReturnType<typeof aFamilyAndAnEvening>>, "activity" | "cell" | "household">;

/** The same family once its child has been pointed present, seen on 5 November by those who bill. */
async function atTheGate(ctx: Context, family: Family) {
  const { revenueOfficeId } = family.activity;
  await ctx.db.insert(schema.invoiceSettings).values({ ...settings, revenueOfficeId, updatedAt: ctx.now });
  await recordAttendance(agent(ctx), { ...touch(family.cell), state: "present" });
  const november = { ...ctx, now: new Date("2026-11-05T08:00:00Z") };
  const leave = (leftAt: string) =>
    recordDeparture({ ...agent(ctx), now: november.now }, { ...touch(family.cell), at: leavesAt(), leftAt });
  return { ...family, office: { revenueOfficeId }, november, leave };
}

let touches = 0;
/** Each touch comes after the one before. */
const leavesAt = () => new Date(Date.parse("2026-11-05T07:00:00Z") + (touches++ % 1000) * 1000).toISOString();

/** An evening at 3,00 €, to be invoiced; a late departure costs 5,00 € more. */
async function anEvening(ctx: Context) {
  const values = { billingMode: "billed", latePickupCents: 500 } as const;
  const family = await aFamilyAndAnEvening(ctx, { activity: values });
  await ctx.db.insert(schema.reservations).values({
    householdId: family.household.id,
    childId: family.child.id,
    occurrenceId: family.occurrence.id,
    status: "booked",
    priceCents: 300,
    pricing: { tariff: "Soir", validFrom: "2026-01-01", category: "resident", method: "flat" },
    requestedAt: ctx.now,
  });
  await ctx.db.update(schema.slotOccurrences).set({ taken: 1 });
  return atTheGate(ctx, family);
}

const linesOf = async (ctx: Context, invoiceId = "") => {
  const { children } = await getInvoice(asSystem(ctx, "test"), invoiceId);
  return children.flatMap(({ lines }) => lines.map(({ part, cents, departure }) => [part, cents, departure]));
};
const departed = "Départ à 18\u00a0h\u00a052 le vendredi 18 septembre 2026";
const creditNotes = async ({ db }: Context) =>
  db.select().from(schema.invoices).where(eq(schema.invoices.kind, "credit_note"));

test("told after the invoice, it is a line of the next one, once, in its own words; the first one stays", async ({
  ctx,
}) => {
  const { office, november, leave } = await anEvening(ctx);
  const [first] = await issued(november, office, september);
  expect(await linesOf(ctx, first?.id)).toEqual([["place", 300, null]]);

  await leave(AT_18_52);

  expect(await listUnbilledPeriods(asSystem(november, "test"))).toEqual([]);
  const [second] = await issued(november, office, october);
  expect(second).toMatchObject({ totalCents: 500, periodFrom: "2026-09-18" });
  expect(await linesOf(ctx, second?.id)).toEqual([["late_pickup", 500, departed]]);
  const { children } = await getInvoice(asSystem(ctx, "test"), second?.id ?? "");
  expect(children[0]?.lines[0]?.why).toEqual([departed]);

  await leave(AT_18_52);
  expect(await issued(november, office, october)).toEqual([]);
  expect(await creditNotes(ctx)).toEqual([]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("known before the invoice, it stands beside its place on it", async ({ ctx }) => {
  const { office, november, leave } = await anEvening(ctx);
  await leave(AT_18_52);
  const [invoice] = await issued(november, office, september);
  expect(invoice?.totalCents).toBe(800);
  expect(await linesOf(ctx, invoice?.id)).toEqual([
    ["place", 300, null],
    ["late_pickup", 500, departed],
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a place that was paid in advance owes its late departure, and nothing else", async ({ ctx }) => {
  const family = await aPaidCart(ctx, { activity: { latePickupCents: 500 } });
  const { office, november, leave } = await atTheGate(ctx, family);
  await leave(AT_18_52);
  const [invoice] = await issued(november, office, september);
  expect(await linesOf(ctx, invoice?.id)).toEqual([["late_pickup", 500, departed]]);
  expect(await issued(november, office, october)).toEqual([]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("corrected after it was billed, it alone is credited by the next run", async ({ ctx }) => {
  const { office, november, leave } = await anEvening(ctx);
  await leave(AT_18_52);
  await issued(november, office, september);

  await leave(IN_TIME);

  expect(await issued(november, office, october)).toMatchObject([{ kind: "credit_note", totalCents: 500 }]);
  const [note] = await creditNotes(ctx);
  expect(await linesOf(ctx, note?.id)).toEqual([["late_pickup", 500, departed]]);
  expect(await issued(november, office, october)).toEqual([]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("of a line written before late departures had their own, nothing is billed nor credited again", async ({
  ctx,
}) => {
  const { office, november, leave } = await anEvening(ctx);
  await ctx.db.update(schema.reservations).set({ priceCents: 800 });
  await issued(november, office, september);
  await ctx.db.execute(sql`alter table invoice_lines disable trigger user`);
  const old = sql`${schema.invoiceLines.pricing} || '{"latePickupCents": 500}'`;
  await ctx.db.update(schema.invoiceLines).set({ pricing: old });
  await ctx.db.update(schema.reservations).set({
    pricing: sql`${schema.reservations.pricing} || '{"latePickupCents": 500}'`,
  });
  await ctx.db.execute(sql`alter table invoice_lines enable trigger user`);

  expect(await issued(november, office, october)).toEqual([]);
  await leave(AT_18_52);
  expect(await issued(november, office, october)).toEqual([]);

  await leave(IN_TIME);
  const again = await issued(november, office, october);
  expect(again.map(({ kind, totalCents }) => [kind, totalCents]).toSorted()).toEqual([
    ["credit_note", 800],
    ["invoice", 300],
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("two runs and the departure at the same moment: it is billed once, now or with the next run", async ({
  committed: ctx,
}) => {
  const { office, november, leave } = await anEvening(ctx);
  await issued(november, office, september);
  const runs = [await aRun(november, office, october), await aRun(november, office, october)];
  await leave(AT_18_52);
  for (const id of runs) await setIssuing(ctx, id);

  await Promise.all([...runs.map((id) => issueRun(november, id)), leave(AT_18_52)]);
  await issued(november, office, october);
  await issued(november, office, october);

  const lines = await ctx.db
    .select({ part: schema.invoiceLines.part, cents: schema.invoiceLines.cents })
    .from(schema.invoiceLines)
    .orderBy(asc(schema.invoiceLines.id));
  expect(lines).toEqual([
    { part: "place", cents: 300 },
    { part: "late_pickup", cents: 500 },
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});
