import { randomUUID } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { billingRunHouseholds, households, type InvoiceView, invoiceLines, invoices } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postAllEntries } from "@/lib/ledger/post-entries";
import { numberOf, seriesKey } from "../numbers/rules";
import { takeNumbers } from "../numbers/take-numbers";
import type { BillingRun } from "../runs/draw-run-list";
import { findOfficeRules } from "../settings/office-rules";
import { creditAdjustments } from "./credit-adjustments";
import { type FaceFacts, getFaceFacts, invoiceView } from "./invoice-view";
import { type LineToBill, listLinesToBill } from "./lines-to-bill";

export type IssuedInvoice = { id: string; householdId: string; number: string; issuedOn: string; totalCents: number };

/**
 * Issues the invoices of some households of a run, in the caller's transaction: lines frozen, numbers that follow one
 * another, debt posted (debit receivable, credit revenue; handbook §5.4). What is billed is what is due now, whatever the
 * preview said; households leave the run's list with what became of them. The caller tells the families.
 */
export async function issueInvoices(ctx: Context, run: BillingRun, householdIds: string[]): Promise<IssuedInvoice[]> {
  authorize(ctx, "payments:settle");

  // In the same order whoever bills: two runs cannot wait for each other, and the second finds nothing left.
  await ctx.db
    .select({ id: households.id })
    .from(households)
    .where(inArray(households.id, householdIds))
    .orderBy(households.id)
    .for("no key update");
  if (run.creditsAdjustments) await creditAdjustments(ctx, run, householdIds);
  const lines = await listLinesToBill(ctx, run, householdIds);
  const facts = await getFaceFacts(ctx, run.revenueOfficeId, householdIds);
  const { smallestInvoiceCents } = await findOfficeRules(ctx, run.revenueOfficeId);

  const bills = householdIds.map((householdId) => {
    const own = lines.filter((line) => line.householdId === householdId);
    const totalCents = own.reduce((sum, { cents }) => sum + cents, 0);
    return { householdId, lines: own, totalCents, state: stateOf(run, totalCents, smallestInvoiceCents) };
  });
  const issued = bills.filter(({ state }) => state === "issued");
  const written = await writeInvoices(ctx, run, { facts, issued });
  await leaveList(ctx, run, bills);
  return written;
}

type Bill = {
  householdId: string;
  lines: LineToBill[];
  totalCents: number;
  state: "issued" | "carried" | "nothing";
};

function stateOf({ carriesSmall }: BillingRun, totalCents: number, smallestCents: number): Bill["state"] {
  if (totalCents === 0) return "nothing";
  return carriesSmall && totalCents < smallestCents ? "carried" : "issued";
}

async function writeInvoices(
  ctx: Context,
  run: BillingRun,
  { facts, issued }: { facts: FaceFacts; issued: Bill[] },
): Promise<IssuedInvoice[]> {
  const [first] = issued;
  if (!first) return [];
  const issuedOn = dateOf(ctx.now);
  const numbering = { template: facts.settings.numberTemplate, series: facts.settings.series, date: issuedOn };
  const series = seriesKey(numbering);
  const counts = await takeNumbers(ctx, { series, count: issued.length });

  const rows = issued.map(({ householdId, lines, totalCents }, index) => {
    const count = counts[index];
    const dates = lines.map(({ date }) => date).sort();
    if (count === undefined) throw new Error("a number is missing");
    const view: InvoiceView = invoiceView(facts, householdId, lines);
    return {
      id: randomUUID(),
      kind: "invoice" as const,
      series,
      number: numberOf(numbering, count),
      householdId,
      revenueOfficeId: run.revenueOfficeId,
      runId: run.id,
      periodFrom: [run.periodFrom, ...dates].sort()[0] ?? run.periodFrom,
      periodTo: run.periodTo,
      issuedAt: ctx.now,
      issuedOn,
      dueOn: run.dueOn,
      totalCents,
      view,
      createdBy: run.createdBy,
      lines,
    };
  });
  await ctx.db.insert(invoices).values(rows.map(({ lines: _, ...row }) => row));
  await writeLines(
    ctx,
    rows.flatMap(({ id: invoiceId, lines }) => lines.map((line) => ({ ...line, invoiceId }))),
  );
  await postAllEntries(
    ctx,
    rows.map(({ id, number, householdId, revenueOfficeId, totalCents }) => ({
      kind: "invoice",
      reference: `invoice:${id}`,
      label: `Facture ${number}`,
      householdId,
      revenueOfficeId,
      debit: "receivable",
      credit: "revenue",
      amountCents: totalCents,
    })),
  );
  await recordEvents(
    ctx,
    rows.map(({ id, number, householdId, totalCents }) => ({
      type: "invoice.issued",
      subjectId: id,
      householdId,
      data: { number, totalCents },
    })),
  );
  return rows;
}

/** As one value, so that the statement is the same however many they are, and is prepared once. */
const writeLines = ({ db }: Context, lines: (LineToBill & { invoiceId: string })[]) =>
  db.execute(sql`
    insert into ${invoiceLines} (
      invoice_id, reservation_id, part, child_id, date, activity, slot, status, price_cents, cents, pricing
    )
    select "invoiceId", "reservationId", part, "childId", date, activity, slot, status, "priceCents", cents, pricing
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (
      "invoiceId" uuid, "reservationId" bigint, part invoice_line_part, "childId" uuid, date date, activity text, slot text,
      status reservation_status, "priceCents" int, cents int, pricing jsonb
    )`);

async function leaveList({ db }: Context, run: BillingRun, bills: Bill[]): Promise<void> {
  const done = JSON.stringify(
    bills.map(({ householdId, state, totalCents, lines }) => ({ householdId, state, totalCents, lines: lines.length })),
  );
  const left = await db.execute<{ id: string }>(sql`
    update ${billingRunHouseholds} h set state = done.state::run_household_state, total_cents = done."totalCents", lines = done.lines
    from jsonb_to_recordset(${done}::jsonb) as done ("householdId" uuid, state text, "totalCents" int, lines int)
    where h.run_id = ${run.id} and h.household_id = done."householdId" and h.state = 'pending'
    returning h.household_id as id`);
  if (left.length !== bills.length) throw new DomainError("already_decided");
}
