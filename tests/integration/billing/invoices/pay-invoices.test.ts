import { expect } from "vitest";
import * as schema from "@/db/schema";
import { checkoutInvoices } from "@/lib/billing/invoices/checkout-invoices";
import { payInvoices } from "@/lib/billing/invoices/pay-invoices";
import { aCredit } from "../../../support/carts";
import { test } from "../../../support/database";
import { anInvoice } from "./bills";

test("pays what the account covers, tells what is missing, and does it once", async ({ ctx }) => {
  const { invoice, account, guardian } = await anInvoice(ctx);
  const { checkoutId } = await checkoutInvoices(guardian, {
    ...account,
    balanceCents: 0,
    invoices: [{ invoiceId: invoice.id, dueCents: 1050 }],
  });
  await aCredit(ctx, { ...account, cents: 1000 });

  expect(await payInvoices(ctx, checkoutId)).toMatchObject({
    bookedIds: [],
    bookedCents: 1000,
    missedCents: 50,
    leftCents: 0,
    invoices: [{ number: invoice.number, cents: 1000 }],
  });
  const [checkout] = await ctx.db.select().from(schema.checkouts);
  expect(checkout?.settledAt).toEqual(ctx.now);
  await expect(payInvoices(ctx, checkoutId)).rejects.toMatchObject({ code: "not_found" });
});

test("is the portal's own", async ({ ctx }) => {
  const { guardian } = await anInvoice(ctx);
  await expect(payInvoices(guardian, crypto.randomUUID())).rejects.toMatchObject({ code: "forbidden" });
});
