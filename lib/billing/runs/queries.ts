import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { billingRunHouseholds, billingRuns, households, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

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
  const of = (state: (typeof states)[number]["state"]) =>
    states.find((group) => group.state === state) ?? { households: 0, cents: 0, warned: 0 };
  const total = states.reduce((sum, { households }) => sum + households, 0);
  return {
    ...run,
    total,
    warned: states.reduce((sum, { warned }) => sum + warned, 0),
    pending: of("pending"),
    carried: of("carried"),
    nothing: of("nothing"),
    failed: of("failed"),
    processed: total - of("pending").households,
  };
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
