import { afterAll, beforeAll, expect, vi } from "vitest";
import { testGateway } from "@/lib/payments/connection/test-gateway";
import { startPeer } from "../../../gateways/peer";
import { test } from "../../../support/database";
import { aRevenueOffice } from "../../../support/factories";
import { agentOf, lastEvent } from "../../catalogue/agents";

type Reply = Parameters<typeof startPeer>[0];
const bank: { reply: Reply; stop: () => void } = { reply: () => "silence", stop: () => {} };

beforeAll(async () => {
  const peer = await startPeer((heard) => bank.reply(heard));
  vi.stubEnv("PAYFIP_URL", peer.url); // read by the first call of env(), which comes after
  vi.stubEnv("SYSTEMPAY_URL", peer.url);
  bank.stop = peer.stop;
});
afterAll(() => bank.stop());

const soap = (body: string) =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`;

const known = (numcli: string) =>
  soap(
    `<ns:recupererDetailClientResponse xmlns:ns="x"><return><libelleN1>VILLE DE SAINT-AUBIN</libelleN1><libelleN2>REGIE ENFANCE</libelleN2><numcli>${numcli}</numcli></return></ns:recupererDetailClientResponse>`,
  );

const unknown = soap(
  '<S:Fault><detail><ns:FonctionnelleErreur xmlns:ns="x"><code>T1</code><libelle>Client inconnu</libelle></ns:FonctionnelleErreur></detail></S:Fault>',
);

test.for<[string, Awaited<ReturnType<Reply>>, boolean, RegExp]>([
  ["knows the client", { body: known("090909") }, true, /VILLE DE SAINT-AUBIN, REGIE ENFANCE.*mode test/],
  ["answers for another client", { body: known("111111") }, false, /ne reconnaît pas/],
  [
    "does not know it",
    { status: 500, body: unknown },
    false,
    /ne reconnaît pas le numéro de client 090909 \(Client inconnu\)/,
  ],
  ["is out of order", { status: 502, body: "<html>Bad Gateway</html>" }, false, /injoignable/],
  ["does not answer", "silence", false, /pas répondu à temps/],
])("PayFiP %s", async ([, reply, works, sentence], { ctx }) => {
  bank.reply = () => reply;
  const office = await aRevenueOffice(ctx);
  const answer = await testGateway(agentOf(ctx), { officeId: office.id }, 300);
  expect(answer).toEqual({ works, sentence: expect.stringMatching(sentence) });
  expect(await lastEvent(ctx, "revenue-office.tested")).toMatchObject({ subjectId: office.id, data: { works } });
});

test.for<[string, Awaited<ReturnType<Reply>>, boolean, RegExp]>([
  ["opens its page", { body: "<h1>Choisissez votre carte</h1>" }, true, /boutique 12345678 \(mode test\)/],
  ["refuses the signature", { body: "<p>Erreur&nbsp;00&nbsp;: signature</p>" }, false, /la clé n’est pas celle/],
  ["does not know the shop", { body: "<p>Erreur 02</p>" }, false, /identifiant de boutique/],
  ["refuses something else", { body: "<p>Erreur 31</p>" }, false, /erreur 31/],
  ["is out of order", { status: 503, body: "" }, false, /HTTP 503/],
  ["does not answer", "silence", false, /pas répondu à temps/],
  ["answers a byte at a time", { drip: " " }, false, /pas répondu à temps/],
])("Systempay %s", async ([, reply, works, sentence], { ctx }) => {
  bank.reply = ({ body }) => {
    const form = new URLSearchParams(body);
    expect(form.get("vads_amount")).toBe("100");
    expect(form.get("signature")).toBeTruthy();
    return reply;
  };
  const office = await aRevenueOffice(ctx, "systempay");
  const answer = await testGateway(agentOf(ctx), { officeId: office.id }, 300);
  expect(answer).toEqual({ works, sentence: expect.stringMatching(sentence) });
});

test("is an administrator's, of a régie that exists", async ({ ctx }) => {
  const office = await aRevenueOffice(ctx);
  await expect(testGateway(agentOf(ctx, "auditor"), { officeId: office.id })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(testGateway(agentOf(ctx), { officeId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
