import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import * as schema from "@/db/schema";
import { issueRun } from "@/lib/billing/runs/issue-run";
import { prepareRun } from "@/lib/billing/runs/prepare-run";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import {
  aChild,
  aHousehold,
  anActivity,
  anOccurrence,
  anOrganization,
  aSlot,
  guardianOf,
  written,
} from "../../../support/factories";

export const september = { periodFrom: "2026-09-01", periodTo: "2026-09-08", dueOn: "2026-10-09" };
const threeDays = ["2026-09-01", "2026-09-03", "2026-09-04"];

/** An agent with an account, for whom the portal remembers what they did. */
export async function officer(ctx: Context, role: AgentRole = "billing_officer"): Promise<Context> {
  const account = await written(
    ctx.db
      .insert(schema.accounts)
      .values({ email: `${randomUUID()}@exemple.fr`, displayName: "Anne Morel", role, createdAt: ctx.now })
      .returning(),
  );
  return { ...ctx, actor: { kind: "agent", accountId: account.id, role } };
}

/** A régie whose canteen is billed after the meals, at 3,50 € each, and knows how it numbers its invoices. */
export async function aCanteen(
  ctx: Context,
  {
    gateway = "payfip",
    dates = threeDays,
    series = "PS",
  }: { gateway?: schema.GatewayName; dates?: string[]; series?: string } = {},
) {
  await anOrganization(ctx);
  const activity = await anActivity(ctx, {
    gateway,
    billingMode: "billed",
    name: "Restauration scolaire",
    kind: "lunch",
  });
  const slot = await aSlot(ctx, activity, { label: "Repas", startsAt: "12:00", endsAt: "12:45", capacity: 200 });
  const occurrences = [];
  for (const date of dates) occurrences.push(await anOccurrence(ctx, slot, { date }));
  const { revenueOfficeId } = activity;
  await ctx.db.insert(schema.invoiceSettings).values({
    revenueOfficeId,
    series,
    numberTemplate: "{YY}{MM}{SERIES}{COUNTER:5}PNB",
    creditTemplate: "{YY}{MM}{SERIES}A{COUNTER:4}",
    dueDays: 30,
    paymentTerms: "À la régie, du lundi au vendredi.",
    vatMention: "TVA non applicable, article 293 B du CGI",
    disputeContact: "regie@exemple.fr",
    updatedAt: ctx.now,
  });
  return { activity, slot, occurrences, revenueOfficeId };
}
export type Canteen = Awaited<ReturnType<typeof aCanteen>>;

const pricing: schema.PricingTrace = {
  tariff: "Repas",
  validFrom: "2026-01-01",
  category: "resident",
  method: "qf_band",
  quotient: 620,
  quotientFrom: "2026-01-01",
  band: "T3",
};

/** A family whose child ate on each of the canteen's days. */
export async function anEater(
  ctx: Context,
  { occurrences }: Pick<Canteen, "occurrences">,
  values: Partial<typeof schema.reservations.$inferInsert> & { name?: string } = {},
) {
  const { name = "Rousseau", ...reservation } = values;
  const household = await aHousehold(ctx, { name });
  const child = await aChild(ctx, household, { lastName: name });
  const guardian = await guardianOf(ctx, household);
  const meals = await eat(ctx, { household, child, occurrences }, reservation);
  return { household, child, guardian, meals };
}

export const eat = (
  ctx: Context,
  {
    household,
    child,
    occurrences,
  }: { household: { id: string }; child: { id: string }; occurrences: { id: number }[] },
  values: Partial<typeof schema.reservations.$inferInsert> = {},
) =>
  ctx.db
    .insert(schema.reservations)
    .values(
      occurrences.map(({ id: occurrenceId }) => ({
        householdId: household.id,
        childId: child.id,
        occurrenceId,
        status: "attended" as const,
        priceCents: 350,
        pricing,
        requestedAt: ctx.now,
        ...values,
      })),
    )
    .returning({ id: schema.reservations.id });

type RunValues = Partial<Parameters<typeof prepareRun>[1]>;

/** A run drawn up by the billing officer, not issued yet. */
export const aRun = async (
  ctx: Context,
  { revenueOfficeId }: Pick<Canteen, "revenueOfficeId">,
  values: RunValues = {},
) =>
  prepareRun(await officer(ctx), {
    ...september,
    carriesSmall: false,
    creditsAdjustments: true,
    revenueOfficeId,
    ...values,
  });

export async function setIssuing({ db, now }: Context, runId: string) {
  await db
    .update(schema.billingRuns)
    .set({ status: "issuing", startedAt: now })
    .where(eq(schema.billingRuns.id, runId));
}

/** A run drawn up and issued: its invoices, in the order of their numbers. */
export async function issued(ctx: Context, canteen: Pick<Canteen, "revenueOfficeId">, values: RunValues = {}) {
  const runId = await aRun(ctx, canteen, values);
  await setIssuing(ctx, runId);
  await issueRun(ctx, runId);
  return invoicesOf(ctx, runId);
}

export const invoicesOf = ({ db }: Context, runId: string) =>
  db.select().from(schema.invoices).where(eq(schema.invoices.runId, runId)).orderBy(asc(schema.invoices.number));

export const numbers = async ({ db }: Context) =>
  (await db.select({ number: schema.invoices.number }).from(schema.invoices).orderBy(asc(schema.invoices.number))).map(
    ({ number }) => number,
  );

/** A family with one invoice of three meals, 10,50 €. */
export async function anInvoice(ctx: Context, values: { gateway?: schema.GatewayName } = {}) {
  const canteen = await aCanteen(ctx, values);
  const family = await anEater(ctx, canteen);
  const invoice = await written(issued(ctx, canteen));
  return {
    canteen,
    ...family,
    invoice,
    account: { householdId: family.household.id, revenueOfficeId: canteen.revenueOfficeId },
  };
}
