import { randomUUID } from "node:crypto";
import { and, count, eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { reservations } from "@/db/schema";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { Context } from "@/lib/core/context";
import { controls as allControls } from "@/lib/reporting/controls/run-controls";
import { trailControls } from "@/lib/reporting/controls/trail-controls";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { anotherFamily } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { aFamilyAtTheCounter } from "./counter/at-the-counter";
import { IBAN } from "./refunds/asked";

/** One family has paid its evening, another has only asked for one. */
async function aWorld(ctx: Context) {
  const paid = await aCart(ctx, { gateway: "systempay" });
  const payment = await aPaymentAtTheBank(paid.guardian, paid.order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  await aCart(ctx, { gateway: "systempay" });
  await ctx.db.execute(sql`set constraints all immediate`); // as after a commit: what follows changes tables
  return paid;
}

const broken = async (ctx: Context) => new Set((await checkInvariants(ctx)).map(({ invariant }) => invariant));

const copyOf = (table: string, changes: Record<string, string>) => `
  insert into ${table} (${Object.keys(changes).join(", ")}) select ${Object.values(changes).join(", ")} from ${table} limit 1`;
const reservationLike = (changes: Record<string, string>) =>
  copyOf("reservations", {
    household_id: "household_id",
    child_id: "child_id",
    occurrence_id: "occurrence_id",
    status: "status",
    price_cents: "price_cents",
    pricing: "pricing",
    requested_at: "requested_at",
    ...changes,
  });
const ledgerLike = (kind: string, reference: string) =>
  `insert into ledger_transactions (kind, reference, label, household_id, revenue_office_id, at)
   select '${kind}', '${reference}', label, household_id, revenue_office_id, at from ledger_transactions limit 1`;
const changeLike = (changes: Record<string, string>) =>
  copyOf("reservation_changes", { reservation_id: "reservation_id", actor_kind: "'system'", at: "at", ...changes });

/** Each broken on purpose, with its guard taken away where the database has one. */
const controls: [invariant: string, damage: string[]][] = [
  [
    "I1 capacity is never exceeded",
    [
      "alter table slot_occurrences drop constraint slot_occurrences_capacity_check",
      "update slot_occurrences set capacity = 0",
    ],
  ],
  ["I2 the counter is the number of places held", ["update slot_occurrences set taken = taken + 1"]],
  [
    "I2 the counter is the number of places held",
    [
      "alter table reservations disable trigger user",
      "update reservations set status = 'refused', awaiting = null, hold_expires_at = null",
    ],
  ],
  ["I2 the counter is the number of places held", ["update slot_occurrences set waiting = waiting + 1"]],
  [
    "I5 one live booking per child and slot",
    ["drop index reservations_child_occurrence_live_unique", reservationLike({})],
  ],
  ["I7 every ledger transaction sums to zero", [ledgerLike("adjustment", "adjustment:alone")]],
  [
    "I7 every ledger transaction sums to zero",
    [
      "alter table ledger_entries disable trigger user",
      copyOf("ledger_entries", {
        transaction_id: "transaction_id",
        account: "'bank'",
        revenue_office_id: "revenue_office_id",
        amount_cents: "1",
      }),
    ],
  ],
  [
    "I7 entries belong to the account of their transaction",
    [
      "alter table ledger_entries disable trigger user",
      "update ledger_entries set revenue_office_id = (select max(id::text)::uuid from revenue_offices)",
      "update ledger_entries set revenue_office_id = (select min(id::text)::uuid from revenue_offices) where account = 'bank'",
    ],
  ],
  [
    "I8 a balance is what was paid in, less what was booked",
    [
      "alter table ledger_entries disable trigger user",
      "update ledger_entries set amount_cents = amount_cents - 1 where amount_cents < 0",
    ],
  ],
  ["I8 what a place was paid is the sum of what its changes say", ["update reservations set paid_cents = 0"]],
  [
    "I8 no account is below zero",
    ["alter table ledger_entries disable trigger user", "update ledger_entries set amount_cents = amount_cents + 1"],
  ],
  ["I9 a payment is credited once, and only when it is paid", [ledgerLike("payment", "payment:of-nobody")]],
  [
    "I9 a payment is credited once, and only when it is paid",
    ["alter table payments disable trigger user", "update payments set status = 'refused'"],
  ],
  [
    "I10 the amount credited is the amount asked, and the amount that the bank stated",
    ["alter table payments disable trigger user", "update payments set amount_cents = amount_cents + 1"],
  ],
  [
    "I10 the amount credited is the amount asked, and the amount that the bank stated",
    [`update payments set last_answer = '{"vads_amount": "1"}'`],
  ],
  [
    "I10 a checkout asks the price of its lines, less its credit",
    ["update checkouts set credit_cents = credit_cents + 1"],
  ],
  ["I10 a checkout asks the price of its lines, less its credit", ["update checkout_lines set price_cents = 1"]],
  [
    "I11 exactly one receipt per payment that is paid",
    ["alter table receipts disable trigger user", "delete from receipts"],
  ],
  ["I11 receipts are numbered without a gap", ["update number_series set last = last + 1"]],
  [
    "I11 receipts are numbered without a gap",
    [
      "alter table receipts disable trigger user",
      "update receipts set number = 'TEST2026000002'",
      "update number_series set last = 2",
    ],
  ],
  [
    "I11 a receipt says what became of the money",
    [
      "alter table receipts disable trigger user",
      `update receipts set view = jsonb_set(view, '{keptAsCreditCents}', '100')`,
    ],
  ],
  [
    "I12 no prepaid place is booked without money behind it",
    ["update reservations set status = 'booked', awaiting = null, hold_expires_at = null"],
  ],
  ["I13 what was paid is booked or credited, with its message", ["update checkouts set settled_at = null"]],
  ["I13 what was paid is booked or credited, with its message", ["delete from emails"]],
  [
    "I13 an agent is told of money that found no place",
    [
      "alter table receipts disable trigger user",
      `update receipts set view = jsonb_set(view, '{keptAsCreditCents}', '100')`,
    ],
  ],
  [
    "I14 a hold ends once",
    [
      changeLike({ status: "'refused'", reason: "'hold_expired'" }),
      changeLike({ status: "'refused'", reason: "'hold_expired'" }),
    ],
  ],
  [
    "I20 nobody is served twice",
    [
      changeLike({ status: "'requested'", reason: "'offered'" }),
      changeLike({ status: "'requested'", reason: "'offered'" }),
    ],
  ],
  [
    "I16 what is refused or cancelled stays so, unless whoever cancelled took it back at once",
    [changeLike({ status: "'refused'" }), changeLike({ status: "'booked'" })],
  ],
  [
    "I16 what is paid stays paid",
    [
      `insert into audit_events (at, type, actor_kind, subject_id)
       select at, 'payment.refused', actor_kind, subject_id from audit_events where type = 'payment.paid'`,
    ],
  ],
  [
    "trace: a reservation is in the state of its last change",
    ["update reservations set status = 'attended' where status = 'booked'"],
  ],
];

/** An invoice that was paid at the counter, another quittance that was withdrawn, and credit that is asked back. */
async function aBilledWorld(ctx: Context) {
  const { agent, paying, account, guardian } = await aFamilyAtTheCounter(ctx);
  await collectPayment(agent, paying());
  await collectPayment(agent, paying({ amount: "30", invoiceIds: [] }));
  const { paymentId } = await collectPayment(agent, paying({ amount: "5", invoiceIds: [] }));
  await cancelReceipt(agent, { paymentId, reason: "Erreur de saisie." });
  const asked = { requestId: randomUUID(), ...account, amount: "20", reason: "Nous partons." };
  await requestRefund(guardian, { ...asked, holder: "Samira Benali", iban: IBAN });
  await ctx.db.execute(sql`set constraints all immediate`);
}

const unguarded = (table: string) => `alter table ${table} disable trigger user`;
const billedControls: [invariant: string, damage: string[]][] = [
  [
    "I8 what is due is what the ledger says is owed",
    [unguarded("invoice_allocations"), "update invoice_allocations set amount_cents = amount_cents - 1"],
  ],
  ["I11 invoices are numbered without a gap", ["update number_series set last = last + 1 where series like '%#%'"]],
  [
    "I17 an invoice is the sum of its lines",
    [unguarded("invoices"), "update invoices set total_cents = total_cents + 1"],
  ],
  ["I17 a reservation is on one line that is not credited", ["delete from billed_reservations"]],
  [
    "I17 an invoice is allocated no more than its total, by movements of the ledger",
    [unguarded("invoice_allocations"), "update invoice_allocations set ledger_reference = 'allocation:none'"],
  ],
  [
    "I11 a withdrawn quittance has its entries reversed, once",
    [unguarded("payment_cancellations"), "delete from payment_cancellations"],
  ],
  [
    "I8 what a family asked back is set aside until it is decided, and paid once",
    [unguarded("refund_requests"), "update refund_requests set amount_cents = amount_cents + 1"],
  ],
];

describe("nor does a billed one, and each of its rules can be seen broken", () => {
  test("sound", async ({ ctx }) => {
    await aBilledWorld(ctx);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test.for(billedControls)("%s", async ([invariant, damage], { ctx }) => {
    await aBilledWorld(ctx);
    for (const statement of damage) await ctx.db.execute(sql.raw(statement));
    expect(await broken(ctx)).toContain(invariant);
  });
});

test("no rule is without its proof that it can be seen broken", () => {
  const elsewhere = trailControls.map(({ name }) => name); // audit/seal-events breaks them in every way
  const proved = [...[...controls, ...billedControls].map(([invariant]) => invariant), ...elsewhere];
  expect(allControls.map(({ name }) => name).filter((name) => !proved.includes(name))).toEqual([]);
});

describe("a sound world breaks no rule, and each rule can be seen broken", () => {
  test("sound", async ({ ctx }) => {
    await aWorld(ctx);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  for (const [invariant, damage] of controls) {
    test(`${invariant}: ${damage.at(-1)?.trim().slice(0, 60)}`, async ({ ctx }) => {
      await aWorld(ctx);
      for (const statement of damage) await ctx.db.execute(sql.raw(statement));
      expect(await broken(ctx)).toContain(invariant);
    });
  }
});

test("counting first and inserting after is caught overselling once the guard is gone", async ({ committed: ctx }) => {
  const { activity, occurrence, slot } = await aCart(ctx);
  const families = await Promise.all(Array.from({ length: 12 }, () => anotherFamily(ctx, activity)));
  await ctx.db.execute(sql`update slot_occurrences set capacity = 3`);
  await ctx.db.execute(sql`alter table reservations disable trigger user`);

  await Promise.all(
    families.map(({ household, child }) =>
      ctx.db.transaction(async (tx) => {
        const here = and(eq(reservations.occurrenceId, occurrence.id));
        const [taken] = await tx.select({ places: count() }).from(reservations).where(here);
        await tx.execute(sql`select pg_sleep(0.05)`);
        if ((taken?.places ?? 0) >= 3) return;
        await tx.insert(reservations).values({
          householdId: household.id,
          childId: child.id,
          occurrenceId: occurrence.id,
          status: "booked",
          priceCents: 300,
          pricing: { tariff: "Soir", validFrom: "2026-01-01", category: "resident", method: "flat" },
          requestedAt: ctx.now,
        });
      }),
    ),
  );

  const found = await broken(ctx);
  expect(found).toContain("I1 capacity is never exceeded");
  expect(found).toContain("I2 the counter is the number of places held");
  expect(found).toContain("I12 no prepaid place is booked without money behind it");
  expect(slot.capacity).toBe(10);
});
