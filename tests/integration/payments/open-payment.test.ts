import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { accounts, auditEvents, payments, revenueOffices } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import type { Context } from "@/lib/core/context";
import { openPayment } from "@/lib/payments/open-payment";
import { aCart, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { aPayfipBank } from "../../support/payfip-bank";

const bank = aPayfipBank();

async function anInitiatedPayment(ctx: Context, gateway: "payfip" | "systempay" = "payfip") {
  const cart = await aCart(ctx, { gateway });
  const { paymentId } = await checkout(cart.guardian, cart.order);
  return { ...cart, paymentId: paymentId ?? "" };
}

test("asks PayFiP for an idOp, keeps it, and sends the payer to its page", async ({ ctx }) => {
  const { guardian, paymentId } = await anInitiatedPayment(ctx);

  const redirect = await openPayment(ctx, paymentId);

  const payment = await thePayment(ctx, paymentId);
  expect(payment).toMatchObject({ status: "pending", reference: redirect.reference });
  expect(redirect.url).toMatch(new RegExp(`paiementws\\.web\\?idop=${redirect.reference}$`));
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, guardian.actor.accountId));
  expect(bank.requestOf(redirect.reference)).toEqual({
    exer: "2026",
    mel: account?.email,
    montant: "300",
    numcli: "090909",
    objet: "Periscolaire 1 reservation",
    refdet: payment.orderReference,
    saisie: "T",
    urlnotif: "http://localhost:3000/api/paiements/payfip/notification",
    urlredirect: `http://localhost:3000/paiement/retour/${paymentId}`,
  });
});

test("signs a form for Systempay without calling anyone", async ({ ctx }) => {
  const { paymentId } = await anInitiatedPayment(ctx, "systempay");

  const { reference, fields } = await openPayment(ctx, paymentId);

  expect(reference).toBe("12345678-20260909-000000");
  expect(fields).toMatchObject({ vads_amount: "300", vads_trans_id: "000000", vads_ctx_mode: "TEST" });
  expect(fields?.signature).toBeTruthy();
  expect(await thePayment(ctx, paymentId)).toMatchObject({ status: "pending", reference });
  expect(bank.calls()).toEqual([]);
});

describe("when the bank does not open it, the payment has failed and says why", () => {
  for (const [trouble, code] of [
    ["502", "gateway_unavailable"],
    ["999", "gateway_unavailable"],
    ["T1", "gateway_misconfigured"],
  ] as const) {
    test(`${trouble}: ${code}`, async ({ ctx }) => {
      const { paymentId, household } = await anInitiatedPayment(ctx);
      bank.isInTrouble(trouble);

      await expect(openPayment(ctx, paymentId)).rejects.toMatchObject({ code });

      expect(await thePayment(ctx, paymentId)).toMatchObject({ status: "failed", reference: null, nextCheckAt: null });
      const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment.failed"));
      expect(event).toMatchObject({ subjectId: paymentId, householdId: household.id });
    });
  }

  test("a shop without its key", async ({ ctx }) => {
    const { paymentId } = await anInitiatedPayment(ctx, "systempay");
    await ctx.db.update(revenueOffices).set({ gatewaySecret: null });
    await expect(openPayment(ctx, paymentId)).rejects.toMatchObject({ code: "gateway_misconfigured" });
    expect(await thePayment(ctx, paymentId)).toMatchObject({ status: "failed" });
  });

  test("an address that PayFiP would not take is refused without a call", async ({ ctx }) => {
    const { paymentId } = await anInitiatedPayment(ctx);
    await ctx.db.update(payments).set({ payerEmail: `${"a".repeat(90)}@exemple.fr` });
    await expect(openPayment(ctx, paymentId)).rejects.toMatchObject({ code: "payer_email_refused" });
    expect(bank.calls()).toEqual([]);
  });
});

test("the family may try again at once after a failure", async ({ ctx }) => {
  const { guardian, order, paymentId } = await anInitiatedPayment(ctx);
  bank.isInTrouble("502");
  await openPayment(ctx, paymentId).catch(() => undefined);
  bank.isInTrouble();

  const { paymentId: next } = await checkout(guardian, order);
  await openPayment(ctx, next ?? "");

  expect(await thePayment(ctx, next ?? "")).toMatchObject({ status: "pending" });
});

test("is opened once: nobody pays under a reference that we do not know", async ({ ctx }) => {
  const { paymentId } = await anInitiatedPayment(ctx);
  const { reference } = await openPayment(ctx, paymentId);

  await expect(openPayment(ctx, paymentId)).rejects.toMatchObject({ code: "cart_changed" });

  expect(bank.calls()).toEqual(["creerPaiementSecurise"]);
  expect(await thePayment(ctx, paymentId)).toMatchObject({ status: "pending", reference });
});

test("opened twice at the same moment, one payer is sent to the bank, under the reference that was kept", async ({
  committed: ctx,
}) => {
  const { paymentId } = await anInitiatedPayment(ctx);

  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => openPayment(ctx, paymentId)));

  const sent = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.reference] : []));
  expect(sent).toEqual([(await thePayment(ctx, paymentId)).reference]);
});

test("is for the portal itself, and for a payment that exists", async ({ ctx }) => {
  const { guardian, household, paymentId } = await anInitiatedPayment(ctx);
  await expect(openPayment(guardian, paymentId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(openPayment(ctx, household.id)).rejects.toMatchObject({ code: "not_found" });
});
