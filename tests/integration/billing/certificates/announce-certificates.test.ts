import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { emails, persons } from "@/db/schema";
import { announceCertificates } from "@/lib/billing/certificates/announcements/announce-certificates";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem } from "@/lib/core/context";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../../support/carts";
import { test } from "../../../support/database";

test("tells each family that paid for a child under six, once, without a figure", async ({ ctx }) => {
  const cart = await aCart(ctx, { gateway: "systempay", dates: ["2026-09-18"] });
  const payment = await aPaymentAtTheBank(cart.guardian, cart.order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  const system = asSystem(ctx, "job");
  const told = async () =>
    ctx.db.select({ payload: emails.payload }).from(emails).where(eq(emails.template, "tax-certificate-ready"));

  await announceCertificates(system, { year: 2026 });
  expect(await told()).toEqual([]); // seven years old

  await ctx.db.update(persons).set({ birthDate: "2021-03-14" }).where(eq(persons.id, cart.child.id));
  await announceCertificates(system, { year: 2025 });
  expect(await told()).toEqual([]);

  await announceCertificates(system, { year: 2026 });
  await announceCertificates(system, { year: 2026 });
  expect(await told()).toEqual([{ payload: { url: expect.stringMatching(/\/attestations$/) } }]);
  await expect(announceCertificates(cart.guardian, { year: 2026 })).rejects.toMatchObject({ code: "forbidden" });
});
