import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { activities, auditEvents, certificates, persons, reservations, slots } from "@/db/schema";
import { makeCertificate } from "@/lib/billing/certificates/make-certificate";
import { listCarePaid } from "@/lib/billing/certificates/queries/care-paid";
import { getCertificatesPage } from "@/lib/billing/certificates/queries/certificates-page";
import { findVerified } from "@/lib/billing/certificates/queries/verified";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { Context } from "@/lib/core/context";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";
import { pdfText } from "../../../unit/billing/pdf-text";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aFamilyAtTheCounter } from "../counter/at-the-counter";

const year = 2026;

/** Two evenings paid in advance, 3,00 € each of which 0,50 € is a snack, for a child of five. */
async function paidEvenings(ctx: Context) {
  const cart = await aCart(ctx, { gateway: "systempay", dates: ["2026-09-18", "2026-09-21"] });
  const payment = await aPaymentAtTheBank(cart.guardian, cart.order);
  await settlePayment(ctx, payment.id, anOutcome(payment));
  await ctx.db.update(persons).set({ birthDate: "2021-03-14" }).where(eq(persons.id, cart.child.id));
  await ctx.db.update(slots).set({ nonCareCents: 50 });
  return cart;
}

test("certifies the childcare of what was paid in advance, without the snack, in the year of the payment", async ({
  ctx,
}) => {
  const { guardian, household, child } = await paidEvenings(ctx);

  expect(await listCarePaid(guardian, household.id, year)).toEqual([
    {
      childId: child.id,
      child: "Nahel Rousseau",
      birthDate: "2021-03-14",
      isShared: false,
      activities: [{ name: "Périscolaire", cents: 500 }],
      cents: 500,
      cesuCents: 0,
    },
  ]);
  expect((await listCarePaid(guardian, household.id, year - 1))[0]?.cents).toBe(0);

  const { name, pdf } = await makeCertificate(guardian, "fiscale", {
    foyer: household.id,
    annee: year,
    enfant: child.id,
  });
  const text = pdfText(pdf).replaceAll("\u00a0", " ");
  for (const words of [
    "Attestation fiscale",
    "5,00 €",
    "cinq euros",
    "Nahel Rousseau",
    "Famille Rousseau",
    "200 quater B",
  ]) {
    expect(text).toContain(words);
  }
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "certificate.made"));
  expect(event).toMatchObject({ householdId: household.id, data: { kind: "fiscale", annee: year, enfant: child.id } });
  expect(name).toContain(String(event?.data?.number));
});

test("what was given back, missed or no care no longer counts, and a child of six never did", async ({ ctx }) => {
  const { guardian, household, child, activity } = await paidEvenings(ctx);
  const [first] = await ctx.db.select().from(reservations);
  const care = async () => (await listCarePaid(guardian, household.id, year))[0]?.cents;

  await ctx.db
    .update(reservations)
    .set({ status: "absent_charged" })
    .where(eq(reservations.id, first?.id ?? 0));
  expect(await care()).toBe(250);
  await ctx.db.update(reservations).set({ paidCents: 0 });
  expect(await care()).toBe(0);
  await ctx.db.update(reservations).set({ paidCents: 300, status: "booked" });
  expect(await care()).toBe(500);
  await ctx.db.update(activities).set({ isChildcare: false }).where(eq(activities.id, activity.id));
  expect(await care()).toBe(0);
  await ctx.db.update(persons).set({ birthDate: "2019-12-31" }).where(eq(persons.id, child.id));
  expect(await care()).toBeUndefined();
});

test("a late departure, which is no care and never paid in advance, takes nothing from what was", async ({ ctx }) => {
  const { guardian, household } = await paidEvenings(ctx);
  const pricing = sql`${reservations.pricing} || '{"latePickupCents": 500}'`;
  await ctx.db.update(reservations).set({ status: "attended", priceCents: 800, pricing });
  expect((await listCarePaid(guardian, household.id, year))[0]?.cents).toBe(500);
});

test("certifies the childcare of invoices as they are paid, CESU apart, to the cent", async ({ ctx }) => {
  const { agent, account, guardian, child, paying } = await aFamilyAtTheCounter(ctx);
  await ctx.db.update(activities).set({ kind: "before_after_school" });
  await ctx.db.update(persons).set({ birthDate: "2021-03-14" });
  const care = async () => (await listCarePaid(guardian, account.householdId, year))[0];

  expect(await care()).toMatchObject({ childId: child.id, cents: 0, cesuCents: 0 });
  await collectPayment(agent, paying({ means: "cesu", amount: "", tickets: [{ number: "1", value: "4" }] }));
  expect(await care()).toMatchObject({ cents: 0, cesuCents: 400 });
  const { paymentId } = await collectPayment(agent, paying({ amount: "6,50" }));
  expect(await care()).toMatchObject({ cents: 650, cesuCents: 400 });
  await cancelReceipt(agent, { paymentId, reason: "Erreur de saisie" });
  expect(await care()).toMatchObject({ cents: 0, cesuCents: 400 });
});

test("presences are those that were pointed, payments those that stand; nothing is not certified", async ({ ctx }) => {
  const { agent, account, guardian, child, paying } = await aFamilyAtTheCounter(ctx);
  const asked = { foyer: account.householdId, enfant: child.id, du: "2026-09-01", au: "2026-09-30" };
  expect(await codeOf(makeCertificate(guardian, "paiement", asked))).toBe("not_found");
  await collectPayment(agent, paying({ amount: "10,50" }));
  const gone = await collectPayment(agent, paying({ amount: "3", invoiceIds: [] }));
  await cancelReceipt(agent, { paymentId: gone.paymentId, reason: "Erreur de saisie" });

  const presence = pdfText((await makeCertificate(guardian, "presence", asked)).pdf).replaceAll("\u00a0", " ");
  expect(presence).toContain("Restauration scolaire");
  expect(presence).toContain("2 h 15");
  const paid = pdfText((await makeCertificate(guardian, "paiement", asked)).pdf).replaceAll("\u00a0", " ");
  expect(paid).toContain("la somme de 10,50 €");
  expect(paid).not.toContain(gone.number);

  expect(await getCertificatesPage(guardian, account.householdId, asked)).toMatchObject({
    year: 2025,
    care: [{ cents: 0 }],
    minutes: 135,
    paid: { count: 1, cents: 1050 },
  });
  expect(await codeOf(makeCertificate(guardian, "presence", { ...asked, du: "2025-01-01", au: "2025-02-01" }))).toBe(
    "not_found",
  );
  expect(await codeOf(makeCertificate(guardian, "fiscale", { ...asked, annee: 2025 }))).toBe("not_found");
});

test("a family certifies its own only, and agents those they may read", async ({ ctx }) => {
  const { account, guardian } = await aFamilyAtTheCounter(ctx);
  const stranger = await guardianOf(ctx, await aHousehold(ctx, { name: "Benali" }));
  const { agent } = await aMemberOfStaff(ctx, "animator");
  const asked = { foyer: account.householdId };

  expect(await codeOf(makeCertificate(stranger, "paiement", asked))).toBe("not_found");
  expect(await codeOf(makeCertificate(agent, "paiement", asked))).toBe("forbidden");
  expect(await codeOf(makeCertificate(guardian, "paiement", {}))).toBe("not_found");
  expect(await codeOf(getCertificatesPage(stranger, account.householdId, {}))).toBe("not_found");
});

test("is frozen with a number and a code: the same while the accounts say the same, then a new one, and both prove it", async ({
  ctx,
}) => {
  const { agent, account, guardian, paying } = await aFamilyAtTheCounter(ctx);
  const asked = { foyer: account.householdId, du: "2026-09-01", au: "2026-09-30" };
  await collectPayment(agent, paying({ amount: "10,50" }));
  const first = await makeCertificate(guardian, "paiement", asked);
  const again = await makeCertificate(agent, "paiement", asked);
  await collectPayment(agent, { ...paying({ amount: "3", invoiceIds: [] }), submissionKey: randomUUID() });
  const changed = await makeCertificate(guardian, "paiement", asked);

  expect([first, again, changed].map(({ name }) => name)).toEqual([
    "attestation-paiement-ATP2026-00001.pdf",
    "attestation-paiement-ATP2026-00001.pdf",
    "attestation-paiement-ATP2026-00002.pdf",
  ]);
  const rows = await ctx.db.select().from(certificates).orderBy(certificates.number);
  expect(rows).toMatchObject([{ issuedOn: "2026-09-09" }, { number: "ATP2026-00002" }]);
  const [old] = rows;
  const proof = { numero: old?.number ?? "", code: old?.code ?? "" };
  const stranger: Context = { ...ctx, actor: { kind: "visitor" } };
  expect(pdfText(first.pdf)).toContain(proof.code);
  expect(await findVerified(stranger, proof)).toMatchObject({
    payer: "Famille Rousseau",
    content: { kind: "paiement", rows: [{ cents: 1050 }] },
  });
  expect(await findVerified(stranger, { ...proof, code: "0".repeat(12) })).toBeUndefined();
  expect(await findVerified(stranger, { ...proof, numero: "ATP2026-00002" })).toBeUndefined();
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "certificate.made"))).toHaveLength(2);
});

test("asked twice at the same moment it is one certificate, and nothing changes it", async ({ committed: ctx }) => {
  const { agent, account, guardian, paying } = await aFamilyAtTheCounter(ctx);
  await collectPayment(agent, paying({ amount: "10,50" }));
  const asked = { foyer: account.householdId, du: "2026-09-01", au: "2026-09-30" };
  const made = await Promise.all([0, 1, 2].map(() => makeCertificate(guardian, "paiement", asked)));
  expect(new Set(made.map(({ name }) => name)).size).toBe(1);
  await expect(ctx.db.update(certificates).set({ code: "FAUX" })).rejects.toThrow();
});
