import { expect, onTestFinished, test } from "vitest";
import { createPayment } from "@/lib/payments/payfip/create-payment";
import { readRequest } from "@/lib/payments/simulator/payfip/read-request";
import { writeFault, writeReturn } from "@/lib/payments/simulator/payfip/write-answer";
import { anOrder } from "../order";
import { startPeer } from "../peer";
import { aClient } from "./client";

async function aService(answer = writeReturn("creerPaiementSecurise", { idOp: "0123-4567" })) {
  const service = await startPeer(() => answer);
  onTestFinished(service.stop);
  return service;
}

test("sends what the order froze, in the service's words", async () => {
  const service = await aService();
  await createPayment(aClient({ url: service.url }), anOrder());
  expect(readRequest(service.heard[0]?.body ?? "")?.fields).toEqual({
    exer: "2026",
    mel: "camille.rousseau@exemple.fr",
    montant: "1240",
    numcli: "090909",
    objet: "Reservations de septembre Periscolaire Jules Ferry",
    refdet: "R2026000123",
    saisie: "T",
    urlnotif: "http://localhost:3000/api/paiements/notification",
    urlredirect: "http://localhost:3000/panier/retour",
  });
});

test("takes the year of Paris, not of Greenwich", async () => {
  const service = await aService();
  await createPayment(aClient({ url: service.url }), anOrder({ now: new Date("2026-12-31T23:30:00Z") }));
  expect(readRequest(service.heard[0]?.body ?? "")?.fields.exer).toBe("2027");
});

test("names the order where the subject leaves nothing", async () => {
  const service = await aService();
  await createPayment(aClient({ url: service.url }), anOrder({ subject: "№ 「」" }));
  expect(readRequest(service.heard[0]?.body ?? "")?.fields.objet).toMatch(/^[A-Za-z0-9]+/);
  await createPayment(aClient({ url: service.url }), anOrder({ subject: "「」" }));
  expect(readRequest(service.heard[1]?.body ?? "")?.fields.objet).toBe("R2026000123");
});

test.each([
  ["amount_too_small", { amountCents: 99 }],
  ["amount_too_large", { amountCents: 10_000_001 }],
  ["gateway_misconfigured", { amountCents: 100.5 }],
  ["payer_email_refused", { payerEmail: "camille.exemple.fr" }],
  ["payer_email_refused", { payerEmail: "a@b.c" }],
  ["payer_email_refused", { payerEmail: `${"a".repeat(70)}@exemple.fr` }],
  ["gateway_misconfigured", { orderReference: "R-2026-123" }],
  ["gateway_misconfigured", { notificationUrl: `https://portail.example.org/${"x".repeat(250)}` }],
  ["gateway_misconfigured", { returnUrl: "javascript:alert(1)" }],
])("answers %s to %o without calling", async (code, wrong) => {
  const service = await aService();
  await expect(createPayment(aClient({ url: service.url }), anOrder(wrong))).rejects.toMatchObject({ code });
  expect(service.heard).toEqual([]);
});

test.each([{ numcli: "90909" }, { saisie: "P" as "T" }])("refuses the settings %o without calling", async (wrong) => {
  const service = await aService();
  const creation = createPayment(aClient({ url: service.url, ...wrong }), anOrder());
  await expect(creation).rejects.toMatchObject({ code: "gateway_misconfigured" });
  expect(service.heard).toEqual([]);
});

test.each([{ amountCents: 100 }, { amountCents: 10_000_000 }])("accepts the bounds: %o", async (order) => {
  const service = await aService();
  await expect(createPayment(aClient({ url: service.url }), anOrder(order))).resolves.toMatchObject({
    reference: "0123-4567",
  });
});

test.each([
  ["M5", "amount_too_large"],
  ["A2", "payer_email_refused"],
  ["T1", "gateway_misconfigured"],
])("tells the fault %s as %s", async (code, refusal) => {
  const service = await aService(writeFault({ element: "FonctionnelleErreur", code, label: "Libellé. " }));
  const creation = createPayment(aClient({ url: service.url }), anOrder());
  await expect(creation).rejects.toMatchObject({ code: refusal, details: { code, label: "Libellé." } });
});

test.each(["", "not an id", "x".repeat(65)])("takes %o for no idOp", async (idOp) => {
  const service = await aService(writeReturn("creerPaiementSecurise", { idOp }));
  const creation = createPayment(aClient({ url: service.url }), anOrder());
  await expect(creation).rejects.toMatchObject({ code: "gateway_unavailable" });
});
