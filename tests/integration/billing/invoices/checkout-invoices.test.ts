import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as schema from "@/db/schema";
import { checkoutInvoices } from "@/lib/billing/invoices/checkout-invoices";
import { remainingDue } from "@/lib/billing/invoices/remaining-due";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem, type Context } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { openPayment } from "@/lib/payments/open-payment";
import { aCredit, anOutcome, thePayment } from "../../../support/carts";
import { test } from "../../../support/database";
import { aHousehold, guardianOf, later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { incidents, mails, theReceipt } from "../settling";
import { aCanteen, anEater, anInvoice, eat, issued } from "./bills";

const dues = async ({ db }: Context) =>
  (await db.select({ due: remainingDue }).from(schema.invoices).orderBy(schema.invoices.number)).map(({ due }) => due);

/** A family with three invoices of one meal each. */
async function threeInvoices(ctx: Context, gateway: schema.GatewayName) {
  const canteen = await aCanteen(ctx, { gateway });
  const [first, ...others] = canteen.occurrences;
  const family = await anEater(ctx, { occurrences: first ? [first] : [] });
  const invoices = await issued(ctx, canteen);
  for (const occurrence of others) {
    await eat(ctx, { ...family, occurrences: [occurrence] });
    invoices.push(...(await issued(ctx, canteen)));
  }
  const account = { householdId: family.household.id, revenueOfficeId: canteen.revenueOfficeId };
  const order = (chosen: number[], balanceCents = 0) => ({
    ...account,
    balanceCents,
    invoices: chosen.map((index) => ({ invoiceId: invoices[index]?.id ?? "", dueCents: 350 })),
  });
  return { ...family, invoices, account, order };
}

const leave = async (guardian: Context, order: Parameters<typeof checkoutInvoices>[1]) => {
  const { paymentId } = await checkoutInvoices(guardian, order);
  if (!paymentId) throw new Error("nothing was left to pay");
  const payment = await thePayment(guardian, paymentId);
  // PayFiP answers over the network; what it would say is tested with the gateways.
  if (payment.gateway === "systempay") await openPayment(asSystem(guardian, "checkout"), paymentId);
  else {
    const opened = { status: "pending", reference: `idop-${paymentId}` } as const;
    await guardian.db.update(schema.payments).set(opened).where(eq(schema.payments.id, paymentId));
  }
  return thePayment(guardian, paymentId);
};

test.for(["payfip", "systempay"] as const)(
  "pays several invoices at once by %s, and not the one unticked",
  async (gateway, { ctx }) => {
    const { guardian, order, account, invoices } = await threeInvoices(ctx, gateway);

    const payment = await leave(guardian, order([0, 2]));
    expect(payment).toMatchObject({
      amountCents: 700,
      subject: `Factures ${invoices[0]?.number}, ${invoices[2]?.number}`,
    });
    expect(await dues(ctx)).toEqual([350, 350, 350]);
    expect(await settlePayment(ctx, payment.id, anOutcome(payment))).toBe("paid");

    expect(await dues(ctx)).toEqual([0, 350, 0]);
    expect(await getBalance(ctx, account)).toBe(0);
    const allocations = await ctx.db.select().from(schema.invoiceAllocations);
    expect(allocations.map(({ paymentId, amountCents }) => [paymentId, amountCents])).toEqual([
      [payment.id, 350],
      [payment.id, 350],
    ]);
    expect((await theReceipt(ctx))?.view).toMatchObject({
      amountCents: 700,
      lines: [],
      creditUsedCents: 0,
      invoices: [
        { number: invoices[0]?.number, cents: 350 },
        { number: invoices[2]?.number, cents: 350 },
      ],
    });
    expect(await mails(ctx)).toContainEqual(
      expect.objectContaining({ template: "invoices-paid", recipient: payment.payerEmail }),
    );
    expect(await incidents(ctx)).toEqual([]);
    expect(await settlePayment(ctx, payment.id, anOutcome(payment))).toBe("unchanged");
    expect(await checkInvariants(ctx)).toEqual([]);
  },
);

describe("uses the credit of the account first", () => {
  test("before the bank", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "systempay");
    await aCredit(ctx, { ...account, cents: 400 });
    const payment = await leave(guardian, order([0, 1], 400));
    expect(payment.amountCents).toBe(300);
    await settlePayment(ctx, payment.id, anOutcome(payment));
    expect(await dues(ctx)).toEqual([0, 0, 350]);
    expect(await getBalance(ctx, account)).toBe(0);
    const allocations = await ctx.db.select().from(schema.invoiceAllocations);
    expect(allocations.map(({ paymentId, amountCents }) => [paymentId !== null, amountCents])).toEqual([
      [false, 350],
      [false, 50],
      [true, 300],
    ]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("without a bank when it covers everything", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "payfip");
    await aCredit(ctx, { ...account, cents: 1000 });
    expect(await checkoutInvoices(guardian, order([0, 1], 1000))).toMatchObject({ paymentId: null });
    expect(await dues(ctx)).toEqual([0, 0, 350]);
    expect(await getBalance(ctx, account)).toBe(300);
    expect(await ctx.db.select().from(schema.payments)).toEqual([]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("leaving some of it where the bank takes no less than a euro", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "payfip");
    await aCredit(ctx, { ...account, cents: 340 });
    const { paymentId } = await checkoutInvoices(guardian, order([0], 340));
    expect(await thePayment(ctx, paymentId ?? "")).toMatchObject({ amountCents: 100 });
  });
});

describe("never takes the money twice", () => {
  test("of the same invoices paid again before the answer was heard: it is the same payment", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "systempay");
    const { id } = await leave(guardian, order([2, 0]));
    expect(await checkoutInvoices(later(guardian, 1), order([0, 2]))).toMatchObject({ paymentId: id, isStarted: true });
    expect(await checkoutInvoices(guardian, order([0]))).not.toHaveProperty("isStarted");

    await aCredit(ctx, { ...account, cents: 350 });
    const paid = await checkoutInvoices(guardian, order([1], 350));
    expect(await checkoutInvoices(guardian, order([1], 350))).toEqual({ ...paid, isStarted: true });
    expect(await ctx.db.$count(schema.payments)).toBe(2);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("of an invoice that two tabs pay: the second payment is credit, and both are told", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "systempay");
    const [one, two] = [await leave(guardian, order([0])), await leave(guardian, order([0, 1]))];
    await settlePayment(ctx, one.id, anOutcome(one));
    await settlePayment(ctx, two.id, anOutcome(two));

    expect(await dues(ctx)).toEqual([0, 0, 350]);
    expect(await getBalance(ctx, account)).toBe(350);
    expect(await incidents(ctx)).toEqual(["kept_as_credit"]);
    expect((await mails(ctx)).map(({ template }) => template).sort()).toEqual([
      "invoice-available",
      "invoice-available",
      "invoice-available",
      "invoices-paid",
      "invoices-paid-twice",
      "revenue-office-incident",
    ]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("whatever arrives at the same moment", async ({ committed: ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "systempay");
    const payments = [];
    for (const minutes of [0, 3, 6]) payments.push(await leave(later(guardian, minutes), order([0, 1])));
    await Promise.all(
      payments.flatMap((payment) => [1, 2].map(() => settlePayment(ctx, payment.id, anOutcome(payment)))),
    );
    expect(await dues(ctx)).toEqual([0, 0, 350]);
    expect(await getBalance(ctx, account)).toBe(1400);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("when the credit that a payment counted on is gone: the rest stays to pay", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "systempay");
    await aCredit(ctx, { ...account, cents: 300 });
    const payment = await leave(guardian, order([0], 300));
    await aCredit(ctx, { ...account, cents: 50 });
    await checkoutInvoices(guardian, order([1], 350));
    await settlePayment(ctx, payment.id, anOutcome(payment));
    expect(await dues(ctx)).toEqual([300, 0, 350]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });
});

describe("refuses", () => {
  test("an amount or a credit that is not what was on screen", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "systempay");
    const [first] = order([0]).invoices;
    const cheaper = { ...order([0]), invoices: first ? [{ ...first, dueCents: 1 }] : [] };
    await expect(checkoutInvoices(guardian, cheaper)).rejects.toMatchObject({ code: "invoices_changed" });
    await aCredit(ctx, { ...account, cents: 100 });
    await expect(checkoutInvoices(guardian, order([0]))).rejects.toMatchObject({ code: "invoices_changed" });
  });

  test("an invoice already paid", async ({ ctx }) => {
    const { guardian, order, account } = await threeInvoices(ctx, "payfip");
    await aCredit(ctx, { ...account, cents: 350 });
    await checkoutInvoices(guardian, order([0], 350));
    await expect(checkoutInvoices(guardian, order([0]))).rejects.toMatchObject({ code: "invoices_changed" });
  });

  test("someone else's invoice, and someone else's household", async ({ ctx }) => {
    const { order } = await threeInvoices(ctx, "payfip");
    const other = await aHousehold(ctx, { name: "Benali" });
    const stranger = await guardianOf(ctx, other);
    await expect(checkoutInvoices(stranger, order([0]))).rejects.toMatchObject({ code: "not_found" });
    await expect(checkoutInvoices(stranger, { ...order([0]), householdId: other.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("an agent who only looks", async ({ ctx }) => {
    const { account, invoice } = await anInvoice(ctx);
    const observer = {
      ...ctx,
      actor: { kind: "observer", accountId: "a", role: "admin", householdId: account.householdId },
    } as const;
    const order = { ...account, balanceCents: 0, invoices: [{ invoiceId: invoice.id, dueCents: 1050 }] };
    await expect(checkoutInvoices(observer, order)).rejects.toMatchObject({ code: "observing" });
    expect(
      await ctx.db.select().from(schema.checkouts).where(eq(schema.checkouts.householdId, account.householdId)),
    ).toEqual([]);
  });
});
