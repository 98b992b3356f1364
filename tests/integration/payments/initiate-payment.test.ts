import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, payments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { test } from "../../support/database";
import { aHousehold, aRevenueOffice, guardianOf, later } from "../../support/factories";

async function aRequest(ctx: Context, gateway: "payfip" | "systempay" = "payfip", amountCents = 1240) {
  const household = await aHousehold(ctx);
  const office = await aRevenueOffice(ctx, gateway);
  const guardian = await guardianOf(ctx, household);
  const request = {
    householdId: household.id,
    revenueOfficeId: office.id,
    amountCents,
    subject: "Périscolaire : 4 réservations",
    payerEmail: "camille@exemple.fr",
  };
  return { guardian, request };
}

test("writes a payment before any bank is called, and leaves its trace", async ({ ctx }) => {
  const { guardian, request } = await aRequest(ctx);

  const id = await initiatePayment(guardian, request);

  const [payment] = await ctx.db.select().from(payments);
  expect(payment).toMatchObject({
    ...request,
    id,
    gateway: "payfip",
    mode: "T",
    reference: null,
    status: "initiated",
    settledAt: null,
    createdAt: ctx.now,
    nextCheckAt: later(ctx, 2).now,
  });
  expect(payment?.orderReference).toMatch(/^PF260909[2-9A-HJ-NP-Z]{10}$/);
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(event).toMatchObject({
    type: "payment.initiated",
    householdId: request.householdId,
    accountId: guardian.actor.accountId,
    data: { amountCents: 1240 },
  });
});

test("keeps the mode of the shop, and a new reference for each try", async ({ ctx }) => {
  const { guardian, request } = await aRequest(ctx, "systempay");
  await initiatePayment(guardian, request);
  await initiatePayment(guardian, request);
  const rows = await ctx.db.select().from(payments);
  expect(rows.map(({ mode }) => mode)).toEqual(["TEST", "TEST"]);
  expect(new Set(rows.map(({ orderReference }) => orderReference)).size).toBe(2);
});

describe("refuses", () => {
  test("less than one euro at PayFiP, and nothing at Systempay", async ({ ctx }) => {
    const payfip = await aRequest(ctx, "payfip", 99);
    const refusal = initiatePayment(payfip.guardian, payfip.request);
    await expect(refusal).rejects.toMatchObject({ code: "amount_too_small" });
    expect(await ctx.db.select().from(payments)).toEqual([]);

    const systempay = await aRequest(ctx, "systempay", 99);
    await expect(initiatePayment(systempay.guardian, systempay.request)).resolves.toBeTruthy();
  });

  test("a régie that does not exist", async ({ ctx }) => {
    const { guardian, request } = await aRequest(ctx);
    const nowhere = initiatePayment(guardian, { ...request, revenueOfficeId: request.householdId });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
  });

  test("to pay for another family, or for whoever has no right to", async ({ ctx }) => {
    const { request } = await aRequest(ctx);
    const stranger = await guardianOf(ctx, await aHousehold(ctx));
    await expect(initiatePayment(stranger, request)).rejects.toMatchObject({ code: "not_found" });
    const agent = { kind: "agent", accountId: stranger.actor.accountId, role: "admin" } as const;
    await expect(initiatePayment({ ...ctx, actor: agent }, request)).rejects.toMatchObject({ code: "forbidden" });
    const visitor = { ...ctx, actor: { kind: "visitor" } } as const;
    await expect(initiatePayment(visitor, request)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
