import { expect } from "vitest";
import { allocateFunds } from "@/lib/billing/invoices/allocate-funds";
import { getBalance } from "@/lib/ledger/queries";
import { aCredit } from "../../../support/carts";
import { test } from "../../../support/database";
import { aHousehold } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { anInvoice } from "./bills";

test("moves no more than the account holds, than is due, than the sources give", async ({ ctx }) => {
  const { invoice, account } = await anInvoice(ctx);
  const pay = (cents: number, from = cents) =>
    allocateFunds(ctx, {
      ...account,
      invoices: [{ invoiceId: invoice.id, cents }],
      sources: [{ paymentId: null, cents: from }],
    });
  expect(await pay(500)).toEqual([]);
  await aCredit(ctx, { ...account, cents: 2000 });
  expect(await pay(500, 200)).toMatchObject([{ number: invoice.number, cents: 200 }]);
  expect(await pay(5000)).toMatchObject([{ cents: 850 }]);
  expect(await pay(100)).toEqual([]);
  expect(await getBalance(ctx, account)).toBe(950);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("never pays someone else's invoice", async ({ ctx }) => {
  const { invoice, account } = await anInvoice(ctx);
  const other = await aHousehold(ctx, { name: "Benali" });
  await aCredit(ctx, { ...account, householdId: other.id, cents: 2000 });
  const paid = await allocateFunds(ctx, {
    ...account,
    householdId: other.id,
    invoices: [{ invoiceId: invoice.id, cents: 100 }],
    sources: [{ paymentId: null, cents: 100 }],
  });
  expect(paid).toEqual([]);
});
