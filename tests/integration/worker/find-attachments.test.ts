import { expect } from "vitest";
import { payments, type ReceiptView, receipts } from "@/db/schema";
import { visitor } from "@/lib/core/actor";
import { findAttachments } from "@/lib/worker/find-attachments";
import { test } from "../../support/database";
import { aHousehold, aRevenueOffice } from "../../support/factories";

const view: ReceiptView = {
  organization: { name: "Ville de Saint-Aubin", address: "1 place de la Mairie", siret: null },
  revenueOffice: "Régie périscolaire",
  officer: "Anne Morel",
  payer: { name: "Cédric Rousseau", address: "3 rue des Lilas", email: "parent@exemple.fr" },
  paidAt: "2026-09-09T08:00:00Z",
  means: "card",
  gateway: "payfip",
  orderReference: "PF0001",
  bankReference: null,
  amountCents: 300,
  lines: [{ date: "2026-09-18", activity: "Périscolaire", slot: "Soir", child: "Nahel", cents: 300 }],
  creditUsedCents: 0,
  keptAsCreditCents: 0,
};

test("draws the receipt that a message is about", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const { id: revenueOfficeId } = await aRevenueOffice(ctx);
  const [payment] = await ctx.db
    .insert(payments)
    .values({
      householdId,
      revenueOfficeId,
      gateway: "payfip",
      mode: "T",
      orderReference: "PF0001",
      amountCents: 300,
      subject: "Périscolaire",
      payerEmail: "parent@exemple.fr",
      createdAt: ctx.now,
    })
    .returning({ id: payments.id });
  const [receipt] = await ctx.db
    .insert(receipts)
    .values({ paymentId: payment?.id ?? "", householdId, number: "REC2026000001", issuedAt: ctx.now, view })
    .returning({ id: receipts.id });

  const [file, ...others] = await findAttachments(ctx, { receiptId: receipt?.id });

  expect(others).toEqual([]);
  expect(file).toMatchObject({ filename: "recu-REC2026000001.pdf", contentType: "application/pdf" });
  expect(file?.content.subarray(0, 5).toString()).toBe("%PDF-");
});

test("finds nothing for a message without a receipt, and says when a receipt is missing", async ({ ctx }) => {
  expect(await findAttachments(ctx, { url: "https://famille.exemple.fr" } as object)).toEqual([]);
  await expect(findAttachments(ctx, { receiptId: "00000000-0000-4000-8000-000000000000" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("is the worker's alone", async ({ ctx }) => {
  await expect(findAttachments({ ...ctx, actor: visitor }, {})).rejects.toMatchObject({ code: "unauthenticated" });
});
