import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { confirmWithCredit } from "@/lib/billing/cart/confirm-with-credit";
import { getCart } from "@/lib/billing/cart/queries";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { checkoutInvoices } from "@/lib/billing/invoices/checkout-invoices";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { remainingDue } from "@/lib/billing/invoices/remaining-due";
import { decideRefund } from "@/lib/billing/refunds/decide-refund";
import { executeRefund } from "@/lib/billing/refunds/execute-refund";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { issueRun } from "@/lib/billing/runs/issue-run";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { CheckedOut } from "@/lib/billing/start-checkout";
import { addDays, dateOf } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import { recognizeRevenue } from "@/lib/ledger/recognize-revenue";
import { openPayment } from "@/lib/payments/open-payment";
import { decideAbsence } from "@/lib/reservations/absences/decide-absence";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { lapseRequests } from "@/lib/reservations/approvals/lapse-requests";
import { refuseRequests } from "@/lib/reservations/approvals/refuse-requests";
import { bookAnyway } from "@/lib/reservations/assisted/book-anyway";
import { cancelAnyway } from "@/lib/reservations/assisted/cancel-anyway";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { recordDeparture } from "@/lib/reservations/attendance/record-departure";
import { acceptCancellations } from "@/lib/reservations/cancellations/accept-cancellations";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { refuseCancellations } from "@/lib/reservations/cancellations/refuse-cancellations";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { undoCancellations } from "@/lib/reservations/cancellations/undo-cancellations";
import { closeSlots } from "@/lib/reservations/closures/close-slots";
import { leaveActivity } from "@/lib/reservations/endings/leave-activity";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestLateSlots } from "@/lib/reservations/late/request-late-slots";
import { requestSlots } from "@/lib/reservations/request-slots";
import { acceptOffers } from "@/lib/reservations/waiting/accept-offers";
import { joinWaitingList } from "@/lib/reservations/waiting/join-waiting-list";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { aCredit, anOutcome, thePayment } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { anActivity, anOccurrence, anotherFamily, aSlot, enroll, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { aMemberOfStaff } from "../accounts/agents/staff";
import { aCanteen, aRun, eat, officer, setIssuing } from "./invoices/bills";
import { IBAN } from "./refunds/asked";

/** Booking, paying, billing, crediting and refunding, in any order, each perhaps cut off by a power failure. */

const DAY = 24 * 60;
const goneBy = ["2026-09-01", "2026-09-03"];
const days = ["2026-09-17", "2026-09-18", "2026-09-21"];
/** The evening of that day has one place for two families. */
const lastDay = "2026-09-21";

type Family = Awaited<ReturnType<typeof anotherFamily>>;
type Real = Awaited<ReturnType<typeof aTown>>;
/** What the oracle knows: the money that came in and went out, and nothing of how it is kept. */
type Model = { now: number; bankCents: number; attempts: string[]; quittances: { id: string; cents: number }[] };

let towns = 0;

/** Two families, an evening paid in advance and a canteen billed afterwards, at a régie with a series of its own. */
async function aTown(ctx: Context) {
  towns += 1;
  const canteen = await aCanteen(ctx, { gateway: "systempay", dates: [...goneBy, ...days], series: `M${towns}` });
  const [eaten, missed] = canteen.occurrences;
  if (!eaten || !missed) throw new Error("the canteen has no days");
  const { revenueOfficeId } = canteen;
  const evening = await anActivity(ctx, {
    revenueOfficeId,
    lateRequests: true,
    lateSurchargeCents: 100,
    latePickupCents: 200,
  });
  const slot = await aSlot(ctx, evening);
  for (const date of days) await anOccurrence(ctx, slot, { date, capacity: date === lastDay ? 1 : 2 });
  const families: Family[] = [await anotherFamily(ctx, evening), await anotherFamily(ctx, evening)];
  for (const { household, child, guardian } of families) {
    await enroll(ctx, child, canteen.activity);
    await eat(ctx, { household, child, occurrences: [eaten] });
    await miss(ctx, { household, child, guardian }, missed);
    await aCredit(ctx, { householdId: household.id, revenueOfficeId, cents: 500 });
    const wished = days.filter((date) => date !== lastDay || household === families[0]?.household);
    const cells = wished.map((date) => ({ childId: child.id, slotId: slot.id, date }));
    await requestSlots(guardian, { householdId: household.id, cells });
  }
  const [cashier, biller, planner] = [
    (await aMemberOfStaff(ctx, "revenue_officer")).agent,
    await officer(ctx),
    (await aMemberOfStaff(ctx, "site_manager")).agent,
  ];
  return {
    ctx,
    canteen,
    evening,
    slots: [slot.id, canteen.slot.id],
    families,
    revenueOfficeId,
    cashier,
    biller,
    planner,
  };
}

/** A day that was missed, charged until an agent has read its proof: before it is billed, or after. */
async function miss(ctx: Context, { household, child, guardian }: Family, occurrence: { id: number; date: string }) {
  const [place] = await eat(ctx, { household, child, occurrences: [occurrence] }, { status: "absent_charged" });
  const { date } = occurrence;
  const [absence] = await ctx.db
    .insert(schema.absences)
    .values({
      householdId: household.id,
      childId: child.id,
      firstDay: date,
      lastDay: date,
      countedFrom: date,
      reason: "illness",
      status: "awaiting_proof",
      declaredBy: guardian.actor.accountId,
      declaredAt: ctx.now,
    })
    .returning();
  if (!absence || !place) throw new Error("no absence was written");
  await ctx.db.insert(schema.absencePlaces).values({ absenceId: absence.id, reservationId: place.id });
}

type Step = { name: string; run: (model: Model, real: Real) => Promise<unknown> };

const command = ({ name, run }: Step): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  async run(model, real) {
    await run(model, real);
    await compare(model, real);
  },
  toString: () => name,
});

/** Does it or, when the power fails, does it all and loses it before the commit. Answers "done" or why it was refused. */
function act(ctx: Context, cut: boolean, work: (ctx: Context) => Promise<unknown>): Promise<string> {
  if (!cut) return codeOf(work(ctx));
  const lost = inTransaction(ctx, async (ctx) => {
    await work(ctx);
    throw new Error("power cut");
  });
  return lost.then(
    () => "done",
    () => "cut",
  );
}

const whose = ({ families, revenueOfficeId }: Real, pick: number, { now }: Model) => {
  const family = families[pick % families.length];
  if (!family) throw new Error("no such family");
  const account = { householdId: family.household.id, revenueOfficeId };
  return { ...family, guardian: later(family.guardian, now), account };
};

const cellsOf = ({ slots }: Real, child: { id: string }, offer: number, day: number) => [
  { childId: child.id, slotId: slots[offer] ?? 0, date: days[day] ?? "" },
];

const book = (who: number, offer: number, day: number, cut: boolean): Step => ({
  name: `book(${who}, ${offer}, ${day}, ${cut})`,
  async run(model, real) {
    const { guardian, child, account } = whose(real, who, model);
    await act(guardian, cut, (ctx) => requestSlots(ctx, { ...account, cells: cellsOf(real, child, offer, day) }));
  },
});

const cancel = (who: number, offer: number, day: number, cut: boolean): Step => ({
  name: `cancel(${who}, ${offer}, ${day}, ${cut})`,
  async run(model, real) {
    const { guardian, child, account } = whose(real, who, model);
    await act(guardian, cut, (ctx) => cancelReservations(ctx, { ...account, cells: cellsOf(real, child, offer, day) }));
  },
});

/** The last cancellation, taken back by who made it. */
const undo = (who: number, offer: number, day: number, cut: boolean): Step => ({
  name: `undo(${who}, ${offer}, ${day}, ${cut})`,
  async run(model, real) {
    const { guardian, child, account } = whose(real, who, model);
    await act(guardian, cut, (ctx) => undoCancellations(ctx, { ...account, cells: cellsOf(real, child, offer, day) }));
  },
});

/** What an agent does for a family, whatever the deadline: books, cancels, confirms the cart with the credit. */
const atTheCounter = (verb: "book" | "cancel" | "confirm", who: number, day: number, cut: boolean): Step => ({
  name: `atTheCounter(${verb}, ${who}, ${day}, ${cut})`,
  async run(model, real) {
    const { child, account } = whose(real, who, model);
    const input = { ...account, cells: cellsOf(real, child, 0, day), note: "Au guichet" };
    const agent = later(real.planner, model.now);
    const acts = { book: bookAnyway, cancel: cancelAnyway, confirm: confirmWithCredit };
    await act(agent, cut, (ctx) => acts[verb](ctx, input));
  },
});

/** After the deadline: a place is asked for, or given up, and an agent answers, or nobody does. */
const askLate = (wish: "book" | "cancel", who: number, day: number, cut: boolean): Step => ({
  name: `askLate(${wish}, ${who}, ${day}, ${cut})`,
  async run(model, real) {
    const { guardian, child, account } = whose(real, who, model);
    const input = { ...account, cells: cellsOf(real, child, 0, day) };
    const verb = wish === "book" ? requestLateSlots : requestCancellations;
    await act(guardian, cut, (ctx) => verb(ctx, input));
  },
});

/** The demands that wait, each with what answers it. */
async function listWaiting({ ctx, evening }: Real) {
  const rows = await ctx.db.execute<{ id: string; isRequest: boolean }>(sql`
    select r.id, r.status = 'requested' as "isRequest" from reservations r
    join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
    where s.activity_id = ${evening.id} and (r.awaiting = 'approval' or r.status = 'cancellation_requested')
    order by r.id`);
  return rows.map(({ id, isRequest }) => ({ id: Number(id), isRequest }));
}

const reason = "Voir le règlement.";

/** An agent answers one of the demands, at the very moment, perhaps, at which the portal ends it. */
const answer = (pick: number, decision: "accept" | "refuse", cut: boolean): Step => ({
  name: `answer(${pick}, ${decision}, ${cut})`,
  async run(model, real) {
    const waiting = await listWaiting(real);
    const demand = waiting[pick % Math.max(1, waiting.length)];
    if (!demand) return;
    const ids = [demand.id];
    const verbs = demand.isRequest ? [approveRequests, refuseRequests] : [acceptCancellations, refuseCancellations];
    const [accept, refuse] = verbs as [typeof approveRequests, typeof refuseRequests];
    const decide = (ctx: Context) => (decision === "accept" ? accept(ctx, ids) : refuse(ctx, { ids, reason }));
    await Promise.all([act(later(real.planner, model.now), cut, decide), lapseRequests(later(real.ctx, model.now))]);
  },
});

/** The portal ends what nobody answered in time; no request outlives the beginning of its service. */
const lapse = (cut: boolean): Step => ({
  name: `lapse(${cut})`,
  async run(model, { ctx }) {
    const now = later(ctx, model.now);
    await act(now, cut, lapseRequests);
    await lapseRequests(now);
    const left = await ctx.db.execute(sql`
      select r.id from reservations r
      join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
      where r.awaiting = 'approval' and (o.date + s.starts_at) at time zone 'Europe/Paris' <= ${now.now.toISOString()}`);
    expect(left).toEqual([]);
  },
});

/** A child comes, or not, and leaves in time or late; the touch may be sent after the invoice, and corrected. */
const pickUp = (who: number, day: number, hour: "absent" | "16:31" | "16:52", cut: boolean): Step => ({
  name: `pickUp(${who}, ${day}, ${hour}, ${cut})`,
  async run(model, real) {
    const { child } = whose(real, who, model);
    const animator = later(real.planner, model.now);
    const [cell] = cellsOf(real, child, 0, day);
    if (!cell) return;
    const touch = () => ({ ...cell, key: randomUUID(), at: animator.now.toISOString() });
    const state = hour === "absent" ? "absent" : "present";
    await act(animator, cut, (ctx) => recordAttendance(ctx, { ...touch(), state }));
    if (state === "absent") return;
    const leftAt = `${cell.date}T${hour}:00Z`;
    await act(animator, cut, (ctx) => recordDeparture(ctx, { ...touch(), leftAt }));
  },
});

/** A child leaves the evening: what was booked later is cancelled and credited, with the end of the enrolment. */
const leaveEvening = (who: number, cut: boolean): Step => ({
  name: `leaveEvening(${who}, ${cut})`,
  async run(model, real) {
    const { child } = whose(real, who, model);
    const agent = later(real.planner, model.now);
    const [enrollment] = await real.ctx.db
      .select({ id: schema.enrollments.id })
      .from(schema.enrollments)
      .where(and(eq(schema.enrollments.childId, child.id), eq(schema.enrollments.activityId, real.evening.id)));
    const ending = { enrollmentId: enrollment?.id ?? "", endsOn: dateOf(agent.now), seen: "" };
    const seen = await leaveActivity(agent, ending).then(
      () => "",
      (error: unknown) => (error instanceof DomainError ? String(error.details.seen ?? "") : ""),
    );
    if (seen) await act(agent, cut, (ctx) => leaveActivity(ctx, { ...ending, seen }));
  },
});

/** Started a moment ago, it goes on where it is. */
async function leaveForTheBank(model: Model, guardian: Context, { paymentId, isStarted }: CheckedOut) {
  if (!paymentId || isStarted) return;
  await openPayment(asSystem(guardian, "checkout"), paymentId);
  model.attempts.push(paymentId);
}

const payCart = (who: number): Step => ({
  name: `payCart(${who})`,
  async run(model, real) {
    const { guardian, account } = whose(real, who, model);
    const [block] = (await getCart(guardian, account.householdId)).blocks;
    if (!block || block.totalCents > 0 === false) return;
    const attempt = checkout(guardian, { ...account, expectedTotalCents: block.totalCents });
    const left = await attempt.catch(() => undefined); // too many tries for the same places
    if (left) await leaveForTheBank(model, guardian, left);
  },
});

const listDue = async ({ db }: Context, householdId: string) =>
  (
    await db
      .select({ invoiceId: schema.invoices.id, dueCents: remainingDue })
      .from(schema.invoices)
      .where(sql`${schema.invoices.householdId} = ${householdId} and ${schema.invoices.kind} = 'invoice'`)
      .orderBy(asc(schema.invoices.number))
  ).filter(({ dueCents }) => dueCents > 0);

/** All the invoices, or only the last one; two tabs may do so at once. */
const payInvoices = (who: number, all: boolean): Step => ({
  name: `payInvoices(${who}, ${all})`,
  async run(model, real) {
    const { guardian, account } = whose(real, who, model);
    const due = await listDue(real.ctx, account.householdId);
    if (due.length === 0) return;
    const balanceCents = await getBalance(guardian, account);
    const invoices = all ? due : due.slice(-1);
    await leaveForTheBank(model, guardian, await checkoutInvoices(guardian, { ...account, invoices, balanceCents }));
  },
});

/** The same invoices in two tabs, at the same moment: they leave for the bank with one payment. */
const payTwice = (who: number): Step => ({
  name: `payTwice(${who})`,
  async run(model, real) {
    const { guardian, account } = whose(real, who, model);
    const invoices = await listDue(real.ctx, account.householdId);
    if (invoices.length === 0) return;
    const order = { ...account, invoices, balanceCents: await getBalance(guardian, account) };
    const tabs = await Promise.allSettled([checkoutInvoices(guardian, order), checkoutInvoices(guardian, order)]);
    for (const tab of tabs) {
      if (tab.status === "fulfilled") await leaveForTheBank(model, guardian, tab.value);
    }
  },
});

const waitFor = (who: number, cut: boolean): Step => ({
  name: `waitFor(${who}, ${cut})`,
  async run(model, real) {
    const { guardian, child, account } = whose(real, who, model);
    const cells = cellsOf(real, child, 0, days.indexOf(lastDay));
    await act(guardian, cut, (ctx) => joinWaitingList(ctx, { ...account, cells }));
  },
});

const takeOffer = (who: number, cut: boolean): Step => ({
  name: `takeOffer(${who}, ${cut})`,
  async run(model, real) {
    const { guardian, child, account } = whose(real, who, model);
    await offerWaitingPlaces(later(real.ctx, model.now));
    const cells = cellsOf(real, child, 0, days.indexOf(lastDay));
    await act(guardian, cut, (ctx) => acceptOffers(ctx, { ...account, cells }));
  },
});

const judge = (who: number, decision: "accept" | "refuse", cut: boolean): Step => ({
  name: `judge(${who}, ${decision}, ${cut})`,
  async run(model, real) {
    const { household } = whose(real, who, model);
    const here = eq(schema.absences.householdId, household.id);
    const [absence] = await real.ctx.db.select({ id: schema.absences.id }).from(schema.absences).where(here);
    const decided = { id: absence?.id ?? "", decision, reason: "Voir le règlement." };
    await act(later(real.planner, model.now), cut, (ctx) => decideAbsence(ctx, decided));
  },
});

/** What was paid in advance and has taken place becomes revenue. */
const night = (): Step => ({
  name: "night()",
  run: (model, { ctx }) => recognizeRevenue(later(ctx, model.now)),
});

/** The bank speaks of one of the attempts, several times and perhaps through a power cut. */
const settle = (pick: number, status: "paid" | "refused", times: number, cut: boolean): Step => ({
  name: `settle(${pick}, ${status}, ${times}, ${cut})`,
  async run(model, real) {
    const id = model.attempts.toReversed()[pick % Math.max(1, model.attempts.length)];
    if (!id) return;
    const ctx = later(real.ctx, model.now);
    const before = await thePayment(ctx, id);
    for (let time = 0; time < times; time += 1) {
      await act(ctx, cut, (ctx) => settlePayment(ctx, id, anOutcome(before, status)));
    }
    if (!cut && status === "paid" && before.status !== "paid") model.bankCents += before.amountCents;
  },
});

const bill = (cut: boolean): Step => ({
  name: `bill(${cut})`,
  async run(model, real) {
    const ctx = later(real.ctx, model.now);
    const today = dateOf(ctx.now);
    const values = { periodFrom: "2026-09-01", periodTo: today, dueOn: addDays(today, 30) };
    const runId = await aRun(ctx, real.canteen, values);
    await setIssuing(ctx, runId);
    await act(ctx, cut, (ctx) => issueRun(ctx, runId));
    if (cut) await issueRun(ctx, runId); // the queue tries again
  },
});

const credit = (pick: number, cut: boolean): Step => ({
  name: `credit(${pick}, ${cut})`,
  async run(model, real) {
    const issued = await real.ctx.db
      .select({ id: schema.invoices.id })
      .from(schema.invoices)
      .where(and(eq(schema.invoices.revenueOfficeId, real.revenueOfficeId), eq(schema.invoices.kind, "invoice")))
      .orderBy(asc(schema.invoices.number));
    const invoice = issued[pick % Math.max(1, issued.length)];
    if (!invoice) return;
    const reason = "Repas compté deux fois.";
    await act(later(real.biller, model.now), cut, (ctx) => creditInvoice(ctx, { invoiceId: invoice.id, reason }));
  },
});

const collect = (who: number, euros: number, times: number): Step => ({
  name: `collect(${who}, ${euros}, ${times})`,
  async run(model, real) {
    const { account } = whose(real, who, model);
    const due = await listDue(real.ctx, account.householdId);
    const input = {
      ...account,
      submissionKey: randomUUID(),
      means: "cash" as const,
      amount: String(euros),
      tickets: [],
      invoiceIds: due.map(({ invoiceId }) => invoiceId),
    };
    const cashier = later(real.cashier, model.now);
    const [taken] = await Promise.all(Array.from({ length: times }, () => collectPayment(cashier, input)));
    if (!taken) return;
    model.bankCents += euros * 100;
    model.quittances.push({ id: taken.paymentId, cents: euros * 100 });
  },
});

const withdrawQuittance = (pick: number, cut: boolean): Step => ({
  name: `withdrawQuittance(${pick}, ${cut})`,
  async run(model, real) {
    const quittance = model.quittances[pick % Math.max(1, model.quittances.length)];
    if (!quittance) return;
    const code = await act(later(real.cashier, model.now), cut, (ctx) =>
      cancelReceipt(ctx, { paymentId: quittance.id, reason: "Erreur de saisie." }),
    );
    if (code === "done") model.bankCents -= quittance.cents;
  },
});

const askBack = (who: number, euros: number): Step => ({
  name: `askBack(${who}, ${euros})`,
  async run(model, real) {
    const { guardian, account } = whose(real, who, model);
    const request = { ...account, requestId: randomUUID(), amount: String(euros), reason: "Nous partons." };
    const code = await codeOf(requestRefund(guardian, { ...request, holder: "Samira Benali", iban: IBAN }));
    expect(["done", "amount_over_credit"]).toContain(code);
  },
});

const giveBack = (decision: "accept" | "refuse", cut: boolean): Step => ({
  name: `giveBack(${decision}, ${cut})`,
  async run(model, real) {
    const [request] = await real.ctx.db
      .select()
      .from(schema.refundRequests)
      .where(
        and(
          eq(schema.refundRequests.revenueOfficeId, real.revenueOfficeId),
          inArray(schema.refundRequests.status, ["waiting", "approved"]),
        ),
      )
      .limit(1);
    if (!request) return;
    const { id, amountCents } = request;
    const reason = "Voir le règlement.";
    await act(later(real.biller, model.now), cut, (ctx) => decideRefund(ctx, { id, decision, reason }));
    const code = await act(later(real.cashier, model.now), cut, (ctx) => executeRefund(ctx, { id }));
    if (code === "done") model.bankCents -= amountCents;
  },
});

const close = (day: number, cut: boolean): Step => ({
  name: `close(${day}, ${cut})`,
  async run(model, real) {
    const date = days[day] ?? "";
    const closure = { from: date, to: date, reach: `activite:${real.evening.id}`, reason: "Grève." };
    await act(later(real.planner, model.now), cut, (ctx) => closeSlots(ctx, closure));
  },
});

const tick = (minutes: number): Step => ({
  name: `tick(${minutes})`,
  async run(model, { ctx }) {
    model.now += minutes;
    await expireHolds(later(ctx, model.now));
  },
});

/** No rule is broken, the bank holds what came in less what went out, and every cent of it is somewhere. */
async function compare({ bankCents }: Model, { ctx, revenueOfficeId }: Real) {
  expect(await checkInvariants(ctx)).toEqual([]);

  const rows = await ctx.db.execute<{ account: schema.LedgerAccount; cents: number }>(sql`
    select account, sum(amount_cents)::int as cents from ledger_entries
    where revenue_office_id = ${revenueOfficeId} group by account`);
  const held = (account: schema.LedgerAccount) => rows.find((row) => row.account === account)?.cents ?? 0;
  const [facts] = await ctx.db.execute<Record<"deferred" | "due" | "earned" | "recognized", number>>(sql`
    select
      (select coalesce(sum(paid_cents), 0) from reservations r join slot_occurrences o on o.id = r.occurrence_id
        join slots s on s.id = o.slot_id join activities a on a.id = s.activity_id
        where a.revenue_office_id = ${revenueOfficeId})::int as deferred,
      (select coalesce(sum(total_cents) filter (where kind = 'invoice'), 0)
        - coalesce(sum(total_cents) filter (where kind = 'credit_note'), 0) from invoices
        where revenue_office_id = ${revenueOfficeId})::int as earned,
      (select coalesce(sum(i.total_cents), 0) from invoices i where i.kind = 'invoice'
        and i.revenue_office_id = ${revenueOfficeId})::int
      - (select coalesce(sum(l.amount_cents), 0) from invoice_allocations l join invoices i on i.id = l.invoice_id
        where i.revenue_office_id = ${revenueOfficeId})::int as due,
      (select coalesce(-sum(e.amount_cents), 0) from ledger_entries e
        join ledger_transactions t on t.id = e.transaction_id and t.kind = 'recognition'
        where e.account = 'revenue' and e.revenue_office_id = ${revenueOfficeId})::int as recognized`);
  const { deferred = 0, due, earned = 0, recognized = 0 } = facts ?? {};

  expect({
    bank: held("bank"),
    deferred: 0 - held("deferred_revenue"),
    due: held("receivable"),
    earned: 0 - held("revenue"),
  }).toEqual({ bank: bankCents, deferred: deferred - recognized, due, earned: earned + recognized });
  expect(rows.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
}

const who = fc.nat(1);
const pick = fc.nat(3);
const day = fc.nat(days.length - 1);
const cut = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true));
const times = fc.integer({ min: 1, max: 3 });
const euros = fc.integer({ min: 1, max: 12 });
const minutes = fc.constantFrom(5, 10, 40, DAY, 9 * DAY);

/** How often each happens, beside the others. */
const weights: [number, fc.Arbitrary<Step>][] = [
  [2, fc.tuple(who, fc.nat(1), day, cut).map((all) => book(...all))],
  [2, fc.tuple(who, fc.nat(1), day, cut).map((all) => cancel(...all))],
  [1, fc.tuple(who, fc.nat(1), day, cut).map((all) => undo(...all))],
  [2, fc.tuple(fc.constantFrom("book", "cancel", "confirm"), who, day, cut).map((all) => atTheCounter(...all))],
  [2, fc.tuple(fc.constantFrom("book", "cancel"), who, day, cut).map((all) => askLate(...all))],
  [2, fc.tuple(pick, fc.constantFrom("accept", "accept", "refuse"), cut).map((all) => answer(...all))],
  [1, cut.map(lapse)],
  [2, fc.tuple(who, day, fc.constantFrom("absent", "16:31", "16:52"), cut).map((all) => pickUp(...all))],
  [1, fc.tuple(who, cut).map((all) => leaveEvening(...all))],
  [4, who.map(payCart)],
  [4, fc.tuple(who, fc.boolean()).map((all) => payInvoices(...all))],
  [5, fc.tuple(pick, fc.constantFrom("paid", "paid", "refused"), times, cut).map((all) => settle(...all))],
  [1, who.map(payTwice)],
  [3, cut.map(bill)],
  [2, fc.tuple(pick, cut).map((all) => credit(...all))],
  [1, fc.tuple(who, euros, times).map((all) => collect(...all))],
  [1, fc.tuple(pick, cut).map((all) => withdrawQuittance(...all))],
  [2, fc.tuple(who, euros).map((all) => askBack(...all))],
  [2, fc.tuple(fc.constantFrom("accept", "accept", "refuse"), cut).map((all) => giveBack(...all))],
  [2, fc.tuple(who, cut).map((all) => waitFor(...all))],
  [2, fc.tuple(who, cut).map((all) => takeOffer(...all))],
  [2, fc.tuple(who, fc.constantFrom("accept", "accept", "refuse"), cut).map((all) => judge(...all))],
  [1, fc.constant(night())],
  [1, fc.tuple(day, cut).map((all) => close(...all))],
  [2, minutes.map(tick)],
];
const steps = weights.flatMap(([weight, step]) => Array.from({ length: weight }, () => step.map(command)));

test("whatever is booked, paid, billed, credited and refunded, in whatever order, no euro is lost", {
  timeout: 300_000,
}, async ({ committed: ctx }) => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: "max" }), async (commands) => {
      const real = await aTown(ctx);
      const model: Model = { now: 0, bankCents: 0, attempts: [], quittances: [] };
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }),
    { numRuns: 20, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
  );
});

const aModel = (): Model => ({ now: 0, bankCents: 0, attempts: [], quittances: [] });

test("the late story: asked too late and lapsed, paid and picked up late after its invoice, given up and granted", async ({
  committed: ctx,
}) => {
  const real = await aTown(ctx);
  const model = aModel();
  const story = [
    ...[
      payCart(0),
      settle(0, "paid", 2, false),
      tick(3 * DAY),
      askLate("book", 1, 0, false),
      askLate("cancel", 0, 1, false),
    ],
    ...[lapse(true), tick(6 * DAY), lapse(false), pickUp(0, 0, "16:31", false)],
    ...[bill(false), pickUp(0, 0, "16:52", false), bill(true), bill(false), pickUp(0, 0, "16:31", true)],
    ...[pickUp(0, 0, "16:31", false), bill(false), tick(DAY), answer(0, "accept", false), night()],
  ];
  for (const step of story) {
    await step.run(model, real);
    await compare(model, real);
  }
  const lines = await ctx.db
    .select({ cents: schema.invoiceLines.cents, credits: schema.invoiceLines.creditsLineId })
    .from(schema.invoiceLines)
    .innerJoin(schema.invoices, eq(schema.invoices.id, schema.invoiceLines.invoiceId))
    .where(and(eq(schema.invoices.revenueOfficeId, real.revenueOfficeId), eq(schema.invoiceLines.part, "late_pickup")))
    .orderBy(asc(schema.invoiceLines.id));
  expect(lines).toEqual([
    { cents: 200, credits: null },
    { cents: 200, credits: expect.any(Number) },
  ]);
  const ends = await ctx.db.execute<{ reason: string }>(sql`
    select c.reason from reservation_changes c join reservations r on r.id = c.reservation_id
    join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
    where s.activity_id = ${real.evening.id} and c.reason in ('unanswered', 'cancellation_accepted') order by c.id`);
  expect(ends.map(({ reason }) => reason)).toEqual(["unanswered", "cancellation_accepted"]);
});

/** What a broken verb would do, and nothing in the database forbids. */
const mistakes: Record<string, (model: Model, real: Real) => Promise<unknown>> = {
  "a payment that the bank never took": (_, { ctx, families, revenueOfficeId }) =>
    postEntries(ctx, {
      ...{ kind: "payment", reference: `payment:${randomUUID()}`, label: "Paiement", revenueOfficeId },
      ...{ householdId: families[0]?.household.id ?? "", debit: "bank", credit: "household", amountCents: 100 },
    }),
  "a place given back without its change": async (_, { ctx, families, revenueOfficeId }) =>
    postEntries(ctx, {
      ...{ kind: "cancellation", reference: `reservation:${randomUUID()}`, label: "Annulation", revenueOfficeId },
      ...{
        householdId: families[0]?.household.id ?? "",
        debit: "deferred_revenue",
        credit: "household",
        amountCents: 1,
      },
    }),
  "a refund paid and never asked": async (_, { ctx, families, revenueOfficeId }) =>
    postEntries(ctx, {
      ...{ kind: "refund", reference: `refund:${randomUUID()}`, label: "Remboursement", revenueOfficeId },
      ...{ householdId: families[0]?.household.id ?? "", debit: "household", credit: "bank", amountCents: 100 },
    }),
  "money of the bank that nobody credited": async (model) => {
    model.bankCents += 1;
  },
  "a request that lapsed without a word of it": (_, { ctx, families }) =>
    ctx.db
      .update(schema.reservations)
      .set({ status: "refused", awaiting: null, holdExpiresAt: null })
      .where(
        and(
          eq(schema.reservations.householdId, families[0]?.household.id ?? ""),
          eq(schema.reservations.awaiting, "payment"),
        ),
      ),
};

test.for(Object.entries(mistakes))("the oracle sees %s", async ([, mistake], { committed: ctx }) => {
  const real = await aTown(ctx);
  const model: Model = { now: 0, bankCents: 0, attempts: [], quittances: [] };
  await bill(false).run(model, real);
  await compare(model, real);
  await mistake(model, real);
  await expect(compare(model, real)).rejects.toThrow(/to deeply equal/);
});
