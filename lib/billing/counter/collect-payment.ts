import { eq } from "drizzle-orm";
import { type CounterDetail, payments, receipts, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { parseEuros } from "@/lib/core/money";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { postEntries } from "@/lib/ledger/post-entries";
import { recordCounterPayment } from "@/lib/payments/record-counter-payment";
import { meansInWords } from "@/lib/payments/rules";
import { allocateFunds } from "../invoices/allocate-funds";
import { issueReceipt } from "../receipts/issue-receipt";
import type { CollectInput } from "./input";
import { listDueInvoices } from "./queries";
import { acceptable, isTicket } from "./rules";
import { tellFamily } from "./tell-family";

export type Collected = { paymentId: string; receiptId: string; number: string };

/**
 * Takes money at the counter (handbook §5.5): the account is credited, the chosen invoices are paid, the oldest due first,
 * the rest stays as credit, and a numbered quittance is issued. The same form sent twice gives the first quittance again.
 * Titles (CESU, ANCV) pay childcare only: `not_childcare` when none of what is chosen is (§5.11).
 */
export async function collectPayment(ctx: Context, input: CollectInput): Promise<Collected> {
  authorize(ctx, "payments:collect");
  const { submissionKey, householdId, revenueOfficeId, means, invoiceIds } = input;
  const amountCents = amountOf(input);

  return inTransaction(ctx, async (ctx) => {
    const [household] = await lockHousehold(ctx, householdId);
    const [office] = await ctx.db
      .select({ id: revenueOffices.id })
      .from(revenueOffices)
      .where(eq(revenueOffices.id, revenueOfficeId));
    if (!household || !office) throw new DomainError("not_found");
    const known = await findCollected(ctx, submissionKey);
    if (known) return known;

    const due = await listDueInvoices(ctx, { householdId, revenueOfficeId });
    const chosen = due.filter(({ id }) => invoiceIds.includes(id));
    const open = acceptable(chosen, means);
    if (isTicket(means) && chosen.length > 0 && open.length === 0) throw new DomainError("not_childcare");

    const paymentId = await recordCounterPayment(ctx, {
      submissionKey,
      householdId,
      revenueOfficeId,
      means,
      detail: detailOf(input),
      amountCents,
      subject: subjectOf(chosen),
    });
    if (!paymentId) throw new Error(`payment ${submissionKey} was recorded for another household`);
    await postEntries(ctx, {
      kind: "payment",
      reference: `payment:${paymentId}`,
      label: `Paiement au guichet : ${meansInWords[means].toLowerCase()}`,
      householdId,
      revenueOfficeId,
      debit: "bank",
      credit: "household",
      amountCents,
    });
    const counter = asSystem(ctx, "counter");
    const paid = await allocateFunds(counter, {
      householdId,
      revenueOfficeId,
      invoices: open,
      sources: [{ paymentId, cents: amountCents }],
    });
    const bookedCents = paid.reduce((sum, { cents }) => sum + cents, 0);
    const leftCents = amountCents - bookedCents;
    const settled = { bookedIds: [], bookedCents, missedCents: leftCents, leftCents, invoices: paid };
    const { id: receiptId, number } = await issueReceipt(counter, paymentId, settled);
    await tellFamily(counter, { householdId, paymentId, receiptId, number });
    return { paymentId, receiptId, number };
  });
}

/** Titles give no change: the amount is what they are worth. */
const amountOf = ({ means, amount, tickets }: CollectInput): number =>
  isTicket(means) ? tickets.reduce((sum, { value }) => sum + (parseEuros(value) ?? 0), 0) : (parseEuros(amount) ?? 0);

function detailOf(input: CollectInput): CounterDetail {
  const { means, tickets, chequeNumber = "", chequeBank = "", chequeIssuer = "", transfer } = input;
  if (means === "cheque") return { cheque: { number: chequeNumber, bank: chequeBank, issuer: chequeIssuer } };
  if (means === "transfer") return { transfer };
  if (!isTicket(means)) return {};
  return { tickets: tickets.map(({ number, value }) => ({ number, cents: parseEuros(value) ?? 0 })) };
}

const subjectOf = (chosen: { number: string }[]): string =>
  chosen.length === 0
    ? "Versement sur le compte"
    : `Facture${chosen.length > 1 ? "s" : ""} ${chosen.map(({ number }) => number).join(", ")}`;

async function findCollected({ db }: Context, submissionKey: string): Promise<Collected | undefined> {
  const [known] = await db
    .select({ paymentId: payments.id, receiptId: receipts.id, number: receipts.number })
    .from(payments)
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .where(eq(payments.submissionKey, submissionKey));
  return known;
}
