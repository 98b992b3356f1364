import { and, asc, eq } from "drizzle-orm";
import { type IssuedInvoice, issueInvoices } from "@/lib/billing/invoices/issue-invoices";
import { tellInvoices } from "@/lib/billing/invoices/tell-invoices";
import { prepareRun } from "@/lib/billing/runs/prepare-run";
import { usualOfficeRules } from "@/lib/billing/settings/rules";
import { addDays, addMinutes, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { billingRunHouseholds, billingRuns, invoiceSettings, officeRules } from "../schema";
import type { TownDays } from "./days";
import type { Family } from "./families";
import type { Founded } from "./organization";

const DUE_DAYS = 19;
const BATCH = 60;

/** A fortnight's invoices, and when they were issued. */
export type Fortnight = { issuedAt: Date; invoices: IssuedInvoice[] };

/** How each régie numbers and words its invoices: the first as in the guide, 2001PS00003PNB. */
export async function decideNumbering({ db }: Context, { offices }: Founded, { founded }: TownDays): Promise<void> {
  const words = {
    dueDays: DUE_DAYS,
    vatMention: "Service public hors du champ de la TVA (article 256 B du code général des impôts).",
    updatedAt: founded,
  };
  await db.insert(invoiceSettings).values([
    {
      ...words,
      revenueOfficeId: offices.school.id,
      series: "PS",
      numberTemplate: "{YY}{MM}{SERIES}{COUNTER:5}PNB",
      creditTemplate: "{YY}{MM}{SERIES}A{COUNTER:4}",
      paymentTerms:
        "Ou à la régie, à l’hôtel de ville, du lundi au vendredi de 8 h 30 à 12 h : espèces, chèque, carte, CESU.",
      disputeContact: "Écrivez depuis le portail famille, ou appelez le 03 53 01 00 10.",
    },
    {
      ...words,
      revenueOfficeId: offices.leisure.id,
      series: "CL",
      numberTemplate: "{YYYY}{SERIES}{COUNTER:5}",
      creditTemplate: "{YYYY}{SERIES}A{COUNTER:4}",
      paymentTerms: "Ou à l’accueil des Tilleuls, le mercredi de 14 h à 18 h.",
      disputeContact: "Écrivez depuis le portail famille, ou appelez le 03 53 01 00 30.",
    },
  ]);
  await db.insert(officeRules).values({
    ...usualOfficeRules,
    revenueOfficeId: offices.school.id,
    cashCeilingCents: 122_000,
    updatedAt: founded,
  });
}

/** The meals of the fortnights gone by, each billed three days after its end; whom the last one tells. */
export async function billMeals(
  ctx: Context,
  { offices }: Founded,
  { days, told }: { days: TownDays; told: Family[] },
): Promise<Fortnight[]> {
  const fortnights: Fortnight[] = [];
  for (const periodFrom of days.fortnights) {
    const usual = instantOf(addDays(periodFrom, 16), "09:00");
    const issuedAt = usual < days.now ? usual : addMinutes(days.now, -90);
    const invoices = await billPeriod({ ...ctx, now: issuedAt }, offices.school.id, {
      periodFrom,
      periodTo: addDays(periodFrom, 13),
      dueOn: addDays(periodFrom, 16 + DUE_DAYS),
    });
    fortnights.push({ issuedAt, invoices });
  }
  const last = fortnights.at(-1)?.invoices ?? [];
  await tellInvoices(
    ctx,
    last.filter(({ householdId }) => told.some(({ id }) => id === householdId)),
  );
  return fortnights;
}

type Period = { periodFrom: string; periodTo: string; dueOn: string };

/** As an agent and the worker would have: the run is drawn up, then issued. */
async function billPeriod(ctx: Context, revenueOfficeId: string, period: Period): Promise<IssuedInvoice[]> {
  const runId = await prepareRun(ctx, { ...period, revenueOfficeId, carriesSmall: false, creditsAdjustments: true });
  const [run] = await ctx.db.select().from(billingRuns).where(eq(billingRuns.id, runId));
  if (!run) throw new Error("no run was written");
  const list = await ctx.db
    .select({ id: billingRunHouseholds.householdId })
    .from(billingRunHouseholds)
    .where(and(eq(billingRunHouseholds.runId, runId), eq(billingRunHouseholds.state, "pending")))
    .orderBy(asc(billingRunHouseholds.position));
  const issued: IssuedInvoice[] = [];
  for (let start = 0; start < list.length; start += BATCH) {
    const batch = list.slice(start, start + BATCH).map(({ id }) => id);
    issued.push(...(await issueInvoices(ctx, run, batch)));
  }
  await ctx.db
    .update(billingRuns)
    .set({ status: "done", startedAt: ctx.now, finishedAt: addMinutes(ctx.now, 1) })
    .where(eq(billingRuns.id, runId));
  return issued;
}
