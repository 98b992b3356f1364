import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { numberSeries, organization, payments, receipts } from "@/db/schema";
import { issueReceipt } from "@/lib/billing/receipts/issue-receipt";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";

const nothing = { bookedIds: [], bookedCents: 0, missedCents: 0, leftCents: 0 };

async function aPayment(ctx: Context) {
  const cart = await aCart(ctx, { gateway: "systempay" });
  return { ...cart, payment: await aPaymentAtTheBank(cart.guardian, cart.order) };
}

test("freezes what was paid, by whom, to whom and for what", async ({ ctx }) => {
  const { payment, household } = await aPayment(ctx);
  const [line] = await ctx.db.execute<{ id: string }>(sql`select id from reservations`);
  const booked = { bookedIds: [Number(line?.id)], bookedCents: 300, missedCents: 0, leftCents: 0 };

  const { id, number } = await issueReceipt(later(ctx, 4), payment.id, booked);

  expect(number).toBe("TEST2026000001");
  expect(await ctx.db.select().from(receipts)).toEqual([
    {
      id,
      number,
      paymentId: payment.id,
      householdId: household.id,
      issuedAt: later(ctx, 4).now,
      view: {
        organization: {
          name: "Ville de Saint-Aubin",
          legalForm: "commune",
          address: "1 place de la Mairie, 59000 Saint-Aubin",
          siret: null,
          email: "mairie@exemple.fr",
          phone: null,
        },
        revenueOffice: "Régie systempay",
        officer: "Anne Morel",
        payer: {
          name: "Famille Rousseau",
          address: "3 rue des Lilas, 59000 Saint-Aubin",
          email: payment.payerEmail,
        },
        paidAt: "2026-09-09T08:04:00.000Z",
        means: null,
        gateway: "systempay",
        orderReference: payment.orderReference,
        bankReference: null,
        amountCents: 300,
        lines: [{ date: "2026-09-18", activity: "Périscolaire", slot: "Soir", child: "Nahel", cents: 300 }],
        creditUsedCents: 0,
        keptAsCreditCents: 0,
      },
    },
  ]);
});

test("stays as it was when the town changes its name", async ({ ctx }) => {
  const { payment } = await aPayment(ctx);
  await issueReceipt(ctx, payment.id, nothing);
  await ctx.db.update(organization).set({ name: "Ville nouvelle" });
  const [receipt] = await ctx.db.select().from(receipts);
  expect(receipt?.view.organization.name).toBe("Ville de Saint-Aubin");
});

test("follows the last number of its year", async ({ ctx }) => {
  await ctx.db.insert(numberSeries).values({ series: "TEST2026", last: 41 });
  expect(await issueReceipt(ctx, (await aPayment(ctx)).payment.id, nothing)).toMatchObject({
    number: "TEST2026000042",
  });
});

test("what was paid without real money is numbered apart from the accountant's receipts", async ({ ctx }) => {
  const tried = (await aPayment(ctx)).payment;
  const real = (await aPayment(ctx)).payment;
  await ctx.db.update(payments).set({ mode: "PRODUCTION" }).where(eq(payments.id, real.id));
  expect(await issueReceipt(ctx, tried.id, nothing)).toMatchObject({ number: "TEST2026000001" });
  expect(await issueReceipt(ctx, real.id, nothing)).toMatchObject({ number: "REC2026000001" });
});

test("a number that is not used in the end is the next one's", async ({ ctx }) => {
  const { payment } = await aPayment(ctx);
  const undone = inTransaction(ctx, async (ctx) => {
    await issueReceipt(ctx, payment.id, nothing);
    throw new Error("power cut");
  });
  await expect(undone).rejects.toThrow("power cut");
  expect(await issueReceipt(ctx, payment.id, nothing)).toMatchObject({ number: "TEST2026000001" });
});

describe("the database itself refuses", () => {
  test("a second receipt of the same payment", async ({ ctx }) => {
    const { payment } = await aPayment(ctx);
    await issueReceipt(ctx, payment.id, nothing);
    const again = inTransaction(ctx, (ctx) => issueReceipt(ctx, payment.id, nothing));
    expect(await again.catch(violatedConstraint)).toBe("receipts_payment_unique");
  });

  for (const change of ["update receipts set number = 'x'", "delete from receipts", "truncate receipts cascade"]) {
    test(change, async ({ ctx }) => {
      const { payment } = await aPayment(ctx);
      await issueReceipt(ctx, payment.id, nothing);
      const refusal = inTransaction(ctx, ({ db }) => db.execute(sql.raw(change)));
      expect(await refusal.catch(violatedConstraint)).toBe("receipts_append_only");
    });
  }
});

test("is for the portal itself, and for a payment that exists", async ({ ctx }) => {
  const { payment, guardian, household } = await aPayment(ctx);
  await expect(issueReceipt(guardian, payment.id, nothing)).rejects.toMatchObject({ code: "forbidden" });
  await expect(issueReceipt(ctx, household.id, nothing)).rejects.toMatchObject({ code: "not_found" });
});
