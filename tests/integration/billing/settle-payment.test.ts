import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, checkouts, ledgerTransactions, paymentIncidents, payments, receipts } from "@/db/schema";
import { settlePayment } from "@/lib/billing/settle-payment";
import { inTransaction } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { aCredit, anOutcome, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { expectNothingDone, incidents, leftForTheBank, mails, statuses, theReceipt } from "./settling";

test("credits the account, books the places, numbers a receipt and tells the payer", async ({ ctx }) => {
  const { payment, account, household } = await leftForTheBank(ctx);

  expect(await settlePayment(later(ctx, 4), payment.id, anOutcome(payment))).toBe("paid");

  expect(await statuses(ctx)).toEqual(["booked", "booked"]);
  expect(await getBalance(ctx, account)).toBe(0);
  expect(await ctx.db.select({ kind: ledgerTransactions.kind }).from(ledgerTransactions)).toEqual([
    { kind: "payment" },
    { kind: "booking" },
  ]);
  const receipt = await theReceipt(ctx);
  expect(receipt).toMatchObject({ number: "TEST2026000001", paymentId: payment.id, issuedAt: later(ctx, 4).now });
  expect(receipt?.view).toMatchObject({ amountCents: 600, creditUsedCents: 0, keptAsCreditCents: 0 });
  expect(receipt?.view.lines).toHaveLength(2);
  expect(await mails(ctx)).toEqual([
    {
      template: "payment-confirmed",
      recipient: payment.payerEmail,
      payload: {
        receiptId: receipt?.id,
        receiptNumber: "TEST2026000001",
        url: "http://localhost:3000/prepaiements",
      },
    },
  ]);
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment.settled"));
  expect(event).toMatchObject({ subjectId: payment.id, householdId: household.id });
  expect(await incidents(ctx)).toEqual([]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("uses the credit that the checkout counted on", async ({ ctx }) => {
  const { payment, account } = await leftForTheBank(ctx, { creditCents: 450 });
  await settlePayment(ctx, payment.id, anOutcome(payment));
  expect(await getBalance(ctx, account)).toBe(0);
  expect((await theReceipt(ctx))?.view).toMatchObject({ amountCents: 150, creditUsedCents: 450, keptAsCreditCents: 0 });
  expect(await checkInvariants(ctx)).toEqual([]);
});

describe("does it once", () => {
  test("when it is told again", async ({ ctx }) => {
    const { payment } = await leftForTheBank(ctx);
    await settlePayment(ctx, payment.id, anOutcome(payment));
    expect(await settlePayment(later(ctx, 1), payment.id, anOutcome(payment))).toBe("unchanged");
    expect(await mails(ctx)).toHaveLength(1);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("when it is told ten times at the same moment", async ({ committed: ctx }) => {
    const { payment, account } = await leftForTheBank(ctx);
    const verdicts = await Promise.all(
      Array.from({ length: 10 }, () => settlePayment(ctx, payment.id, anOutcome(payment))),
    );
    expect(verdicts.toSorted()).toEqual(["paid", ...Array(9).fill("unchanged")]);
    expect(await getBalance(ctx, account)).toBe(0);
    expect(await mails(ctx)).toHaveLength(1);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("when a late message says otherwise", async ({ ctx }) => {
    const { payment } = await leftForTheBank(ctx);
    await settlePayment(ctx, payment.id, anOutcome(payment));
    for (const status of ["refused", "cancelled", "expired", "pending"] as const) {
      expect(await settlePayment(ctx, payment.id, anOutcome(payment, status))).toBe("unchanged");
    }
    expect(await statuses(ctx)).toEqual(["booked", "booked"]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });
});

describe("books nothing", () => {
  for (const [said, status] of [
    ["refused", "refused"],
    ["cancelled", "cancelled"],
    ["expired", "expired"],
    ["pending", "pending"],
  ] as const) {
    test(`when the bank says ${said}, and leaves the cart as it was`, async ({ ctx }) => {
      const { payment } = await leftForTheBank(ctx);
      await settlePayment(ctx, payment.id, anOutcome(payment, said));
      await settlePayment(ctx, payment.id, anOutcome(payment, said));
      expect(await thePayment(ctx, payment.id)).toMatchObject({ status });
      expect((await mails(ctx)).map(({ template }) => template)).toEqual(said === "refused" ? ["payment-failed"] : []);
      expect(await statuses(ctx)).toEqual(["requested", "requested"]);
      await expectNothingDone(ctx);
      expect(await checkInvariants(ctx)).toEqual([]);
    });
  }

  for (const [kind, changes] of [
    ["amount_mismatch", { amountCents: 1 }],
    ["order_mismatch", { orderReference: "PF260909AUTRE" }],
    ["reference_mismatch", { reference: "12345678-20260909-000777" }],
  ] as const) {
    test(`on ${kind}: one incident, and the régie is told once`, async ({ ctx }) => {
      const { payment } = await leftForTheBank(ctx);

      for (let times = 0; times < 3; times += 1) {
        expect(await settlePayment(later(ctx, times), payment.id, anOutcome(payment, "paid", changes))).toBe(kind);
      }

      await expectNothingDone(ctx);
      expect(await incidents(ctx)).toEqual([kind]);
      expect(await mails(ctx)).toEqual([
        {
          template: "revenue-office-incident",
          recipient: "regie@exemple.fr",
          payload: { kind, paymentReference: payment.orderReference, amountCents: "amountCents" in changes ? 1 : 600 },
        },
      ]);
      expect(await checkInvariants(ctx)).toEqual([]);
    });
  }
});

describe("a rare word of the bank", () => {
  test("on a payment that is paid takes nothing back: an agent looks", async ({ ctx }) => {
    const { payment } = await leftForTheBank(ctx);
    await settlePayment(ctx, payment.id, anOutcome(payment));
    const captureFailed = anOutcome(payment, "refused", { alert: true, raw: { vads_trans_status: "CAPTURE_FAILED" } });

    for (let times = 0; times < 2; times += 1) {
      expect(await settlePayment(later(ctx, 60), payment.id, captureFailed)).toBe("unchanged");
    }

    expect(await statuses(ctx)).toEqual(["booked", "booked"]);
    expect(await ctx.db.select().from(paymentIncidents)).toMatchObject([
      { kind: "unusual_answer", detail: { vads_trans_status: "CAPTURE_FAILED" } },
    ]);
    expect((await mails(ctx)).map(({ template }) => template)).toEqual([
      "payment-confirmed",
      "revenue-office-incident",
    ]);
  });

  test("that nobody knows leaves the payment pending", async ({ ctx }) => {
    const { payment } = await leftForTheBank(ctx);
    expect(await settlePayment(ctx, payment.id, anOutcome(payment, "pending", { alert: true }))).toBe("unchanged");
    expect(await incidents(ctx)).toEqual(["unusual_answer"]);
    await expectNothingDone(ctx);
  });
});

describe("all of it or nothing", () => {
  test("a crash before the commit leaves no trace, and the next try settles", async ({ committed: ctx }) => {
    const { payment, account } = await leftForTheBank(ctx);

    const crash = inTransaction(ctx, async (ctx) => {
      await settlePayment(ctx, payment.id, anOutcome(payment));
      throw new Error("power cut");
    });
    await expect(crash).rejects.toThrow("power cut");
    await expectNothingDone(ctx);
    expect(await thePayment(ctx, payment.id)).toMatchObject({ status: "pending" });

    expect(await settlePayment(ctx, payment.id, anOutcome(payment))).toBe("paid");
    expect((await theReceipt(ctx))?.number).toBe("TEST2026000001");
    expect(await getBalance(ctx, account)).toBe(0);
    expect(await checkInvariants(ctx)).toEqual([]);
  });
});

describe("receipt numbers follow one another", () => {
  test("with twenty settlements at once and some that never come to their end", async ({ committed: ctx }) => {
    const carts = [];
    for (let count = 0; count < 20; count += 1) carts.push(await leftForTheBank(ctx, { dates: ["2026-09-18"] }));

    const outcomes = await Promise.allSettled(
      carts.map(({ payment }, index) =>
        inTransaction(ctx, async (ctx) => {
          await settlePayment(ctx, payment.id, anOutcome(payment));
          if (index % 4 === 3) throw new Error("power cut");
        }),
      ),
    );

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(15);
    const numbers = (await ctx.db.select({ number: receipts.number }).from(receipts)).map(({ number }) => number);
    const expected = Array.from({ length: 15 }, (_, index) => `TEST2026${String(index + 1).padStart(6, "0")}`);
    expect(numbers.toSorted()).toEqual(expected);
    expect(await checkInvariants(ctx)).toEqual([]);

    await Promise.all(carts.map(({ payment }) => settlePayment(ctx, payment.id, anOutcome(payment))));
    expect((await theReceipt(ctx))?.number).toBe("TEST2026000020");
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("and begin again each year, in Paris", async ({ ctx }) => {
    const first = await leftForTheBank(ctx, { dates: ["2026-09-18"] });
    const second = await leftForTheBank(ctx, { dates: ["2026-09-18"] });
    const lastMinute = { ...ctx, now: new Date("2026-12-31T22:59:00Z") };
    await settlePayment(lastMinute, first.payment.id, anOutcome(first.payment));
    await settlePayment(later(lastMinute, 1), second.payment.id, anOutcome(second.payment));
    const numbers = await ctx.db.select({ number: receipts.number }).from(receipts).orderBy(receipts.number);
    expect(numbers.map(({ number }) => number)).toEqual(["TEST2026000001", "TEST2027000001"]);
  });
});

test("is for the portal itself, and for a payment that exists", async ({ ctx }) => {
  const { payment, guardian, household, account } = await leftForTheBank(ctx);
  await aCredit(ctx, { ...account, cents: 1000 });
  await expect(settlePayment(guardian, payment.id, anOutcome(payment))).rejects.toMatchObject({ code: "forbidden" });
  await expect(settlePayment(ctx, household.id, anOutcome(payment))).rejects.toMatchObject({ code: "not_found" });
  expect(await ctx.db.select().from(checkouts)).toMatchObject([{ settledAt: null }]);
  expect(await ctx.db.select().from(payments)).toMatchObject([{ status: "pending" }]);
});
