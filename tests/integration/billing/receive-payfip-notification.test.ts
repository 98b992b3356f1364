import { describe, expect } from "vitest";
import { paymentNotices, receipts } from "@/db/schema";
import { receivePayfipNotification } from "@/lib/billing/receive-payfip-notification";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { aPayfipBank } from "../../support/payfip-bank";

const bank = aPayfipBank();

test("asks the bank about the idOp that it carries, and settles", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "P");

  await receivePayfipNotification(later(ctx, 4), `idop=${reference}`, "");

  expect(await thePayment(ctx, id)).toMatchObject({ status: "paid" });
  expect(await ctx.db.select().from(paymentNotices)).toMatchObject([
    { gateway: "payfip", paymentId: id, body: `idop=${reference}`, verdict: "paid", receivedAt: later(ctx, 4).now },
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is read in any case, by POST or by GET, and kept as it came", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { reference } = await aPaymentAtTheBank(guardian, order);
  await receivePayfipNotification(ctx, `idOp=${reference}`, "");
  await receivePayfipNotification(ctx, "", `?IDOP=${reference}`);
  const notices = await ctx.db.select().from(paymentNotices).orderBy(paymentNotices.id);
  expect(notices.map(({ body }) => body)).toEqual([`idOp=${reference}`, `?IDOP=${reference}`]);
});

test("believes nothing else that it says", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  await receivePayfipNotification(ctx, `resultrans=P&montant=300&idop=${reference}`, "");
  expect(await thePayment(ctx, id)).toMatchObject({ status: "pending" });
  expect(await ctx.db.select().from(receipts)).toEqual([]);
});

describe("changes nothing", () => {
  test("for an idOp that is not ours, and asks nobody", async ({ ctx }) => {
    await receivePayfipNotification(ctx, "idop=cc0cb210-1cd4-11ea-8cca-0213ad91a103", "");
    expect(bank.calls()).toEqual([]);
    expect(await ctx.db.select().from(paymentNotices)).toEqual([]);
  });

  for (const body of ["", "idop=", "other=1", `idop=${"a".repeat(65)}`, "idop=../../etc/passwd", "idop=' or 1=1 --"]) {
    test(`without an idOp: ${JSON.stringify(body.slice(0, 20))}`, async ({ ctx }) => {
      await expect(receivePayfipNotification(ctx, body, "")).rejects.toMatchObject({ code: "invalid_notification" });
    });
  }

  test("when the bank answers about another payment, and says so to nobody but the journal", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx);
    const { id, reference } = await aPaymentAtTheBank(guardian, order);
    bank.says(reference, "P", { refdet: "PF000000AUTRE" });
    const notification = receivePayfipNotification(ctx, `idop=${reference}`, "");
    await expect(notification).rejects.toMatchObject({ code: "payment_mismatch" });
    expect(await thePayment(ctx, id)).toMatchObject({ status: "pending" });
    expect(await ctx.db.select().from(paymentNotices)).toMatchObject([{ verdict: "error" }]);
  });
});

test("comes five times at the same moment, and settles once", async ({ committed: ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "P");

  await Promise.all(Array.from({ length: 5 }, () => receivePayfipNotification(ctx, `idop=${reference}`, "")));

  const verdicts = (await ctx.db.select().from(paymentNotices)).map(({ verdict }) => verdict);
  expect(verdicts.toSorted()).toEqual(["paid", ...Array(4).fill("unchanged")]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian } = await aCart(ctx);
  await expect(receivePayfipNotification(guardian, "idop=a", "")).rejects.toMatchObject({ code: "forbidden" });
});
