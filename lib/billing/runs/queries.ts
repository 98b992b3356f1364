import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { billingRunHouseholds, billingRuns, households, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf, firstDayOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { billingScope, isToBill } from "./billable-lines";
import { sinceOf } from "./rules";

const runColumns = {
  id: billingRuns.id,
  revenueOfficeId: billingRuns.revenueOfficeId,
  office: revenueOffices.name,
  periodFrom: billingRuns.periodFrom,
  periodTo: billingRuns.periodTo,
  dueOn: billingRuns.dueOn,
  carriesSmall: billingRuns.carriesSmall,
  creditsAdjustments: billingRuns.creditsAdjustments,
  status: billingRuns.status,
  createdAt: billingRuns.createdAt,
  startedAt: billingRuns.startedAt,
  finishedAt: billingRuns.finishedAt,
};

const issuedCents = sql<number>`coalesce((
  select sum(i.total_cents) from invoices i where i.run_id = billing_runs.id and i.kind = 'invoice'
), 0)::float8`;
const issuedCount = sql<number>`(
  select count(*) from invoices i where i.run_id = billing_runs.id and i.kind = 'invoice'
)::int`;

const RUNS = 30;

/** The last runs, newest first. */
export async function listRuns(ctx: Context) {
  authorize(ctx, "invoices:read");

  return ctx.db
    .select({ ...runColumns, issuedCents, issuedCount })
    .from(billingRuns)
    .innerJoin(revenueOffices, eq(revenueOffices.id, billingRuns.revenueOfficeId))
    .orderBy(desc(billingRuns.createdAt))
    .limit(RUNS);
}

/** A run with how far it is: households by state, and what they owe. */
export async function getRun(ctx: Context, runId: string) {
  authorize(ctx, "invoices:read");
  assertUuid(runId);

  const [run] = await ctx.db
    .select({ ...runColumns, issuedCents, issuedCount })
    .from(billingRuns)
    .innerJoin(revenueOffices, eq(revenueOffices.id, billingRuns.revenueOfficeId))
    .where(eq(billingRuns.id, runId));
  if (!run) throw new DomainError("not_found");
  const states = await ctx.db
    .select({
      state: billingRunHouseholds.state,
      households: count(),
      cents: sql<number>`coalesce(sum(${billingRunHouseholds.totalCents}), 0)::float8`,
      warned: sql<number>`count(*) filter (where ${billingRunHouseholds.warnings} <> '{}')::int`,
    })
    .from(billingRunHouseholds)
    .where(eq(billingRunHouseholds.runId, runId))
    .groupBy(billingRunHouseholds.state);
  const alarms = await ctx.db.execute<{ alarm: string; households: number }>(sql`
    select alarm, count(*)::int as households
    from billing_run_households, lateral jsonb_object_keys(warnings) as alarm
    where run_id = ${runId} and alarm <> 'adjustedCents' group by alarm`);
  const of = (state: (typeof states)[number]["state"]) =>
    states.find((group) => group.state === state) ?? { households: 0, cents: 0, warned: 0 };
  const total = states.reduce((sum, { households }) => sum + households, 0);
  return {
    ...run,
    total,
    /** How many households each alarm is about. */
    alarms: Object.fromEntries(alarms.map(({ alarm, households }) => [alarm, households])),
    warned: states.reduce((sum, { warned }) => sum + warned, 0),
    pending: of("pending"),
    carried: of("carried"),
    nothing: of("nothing"),
    failed: of("failed"),
    processed: total - of("pending").households,
  };
}

export type UnbilledPeriod = { officeId: string; office: string; month: string; households: number; cents: number };

/**
 * Months that are over and of which something was given and is on no invoice, per régie: whom nobody has billed
 * (complaints of Amiens and Strasbourg). As far back as a run would still bill. A late departure told after its month was
 * billed makes no month to bill: it goes on the next invoice.
 */
export async function listUnbilledPeriods(ctx: Context): Promise<UnbilledPeriod[]> {
  authorize(ctx, "invoices:read");

  const today = dateOf(ctx.now);
  const thisMonth = firstDayOf(monthOf(today));
  return [
    ...(await ctx.db.execute<UnbilledPeriod>(sql`
      select f.id as "officeId", f.name as office, to_char(o.date, 'YYYY-MM') as month,
        count(distinct r.household_id)::int as households, sum(part.cents)::int as cents
      from ${billingScope}
      join revenue_offices f on f.id = a.revenue_office_id
      where o.date >= ${sinceOf(thisMonth)} and o.date < ${thisMonth} and ${isToBill(today, false)}
        and part.name = 'place'
      group by f.id, 3 order by 3, f.name`)),
  ];
}

export const PAGE_SIZE = 50;
export type RunFilter = "tous" | "alertes" | "reportes" | "echecs";

const filters = {
  tous: undefined,
  alertes: sql`${billingRunHouseholds.warnings} <> '{}'`,
  reportes: eq(billingRunHouseholds.state, "carried"),
  echecs: eq(billingRunHouseholds.state, "failed"),
} satisfies Record<RunFilter, unknown>;

/** The households of a run, page by page, by name. */
export async function listRunHouseholds(
  ctx: Context,
  { runId, filter, page }: { runId: string; filter: RunFilter; page: number },
) {
  authorize(ctx, "invoices:read");

  const rows = await ctx.db
    .select({
      householdId: billingRunHouseholds.householdId,
      name: households.name,
      lines: billingRunHouseholds.lines,
      totalCents: billingRunHouseholds.totalCents,
      warnings: billingRunHouseholds.warnings,
      state: billingRunHouseholds.state,
      error: billingRunHouseholds.error,
      invoiceId: invoices.id,
      number: invoices.number,
      found: sql<number>`count(*) over ()::int`,
    })
    .from(billingRunHouseholds)
    .innerJoin(households, eq(households.id, billingRunHouseholds.householdId))
    .leftJoin(
      invoices,
      and(
        eq(invoices.runId, billingRunHouseholds.runId),
        eq(invoices.householdId, billingRunHouseholds.householdId),
        eq(invoices.kind, "invoice"),
      ),
    )
    .where(and(eq(billingRunHouseholds.runId, runId), filters[filter]))
    .orderBy(asc(billingRunHouseholds.position))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { found: rows[0]?.found ?? 0, households: rows.map(({ found: _, ...row }) => row) };
}
