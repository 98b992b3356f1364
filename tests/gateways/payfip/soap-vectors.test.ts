import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { addMinutes } from "@/lib/core/calendar";
import { callService } from "@/lib/payments/payfip/call-service";
import { createPayment } from "@/lib/payments/payfip/create-payment";
import { isTechnical } from "@/lib/payments/payfip/faults";
import { findOutcome } from "@/lib/payments/payfip/find-outcome";
import { readClient } from "@/lib/payments/payfip/read-client";
import { requestFields } from "@/lib/payments/payfip/service";
import { writeRequest } from "@/lib/payments/payfip/write-request";
import { readRequest } from "@/lib/payments/simulator/payfip/read-request";
import { anOrder } from "../order";
import { startPeer } from "../peer";
import { vectorsOf } from "../vectors";
import { aClient } from "./client";

const vectors = vectorsOf("payfip-soap", {
  operation: z.enum(["creerPaiementSecurise", "recupererDetailPaiementSecurise", "recupererDetailClient"]),
  request: z.object({ method: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }),
  response: z.object({ status: z.number(), content_type: z.string(), body: z.string() }),
  expected: z.record(z.string(), z.unknown()),
});
type Vector = (typeof vectors)[number];

const vectorOf = (id: string): Vector => {
  const vector = vectors.find((candidate) => candidate.id === id);
  if (!vector) throw new Error(`no vector ${id}`);
  return vector;
};

/** The service as recorded: whatever it is asked, it gives the vector's answer. */
async function serviceOf({ response }: Vector) {
  const { status, body, content_type } = response;
  const peer = await startPeer(() => ({ status, body, headers: { "Content-Type": content_type } }));
  onTestFinished(peer.stop);
  return peer;
}

const textOf = (xml: string, name: string) => new RegExp(`<${name}>(.*)</${name}>`).exec(xml)?.[1] ?? "";

test("has the eight exchanges", () => expect(vectors).toHaveLength(8));

test.each(vectors)("$id: writes the request to the byte", ({ operation, request }) => {
  const asked = readRequest(request.body);
  expect(asked?.operation).toBe(operation);
  const fields = Object.fromEntries(requestFields[operation].map((name) => [name, asked?.fields[name] ?? ""]));
  expect(writeRequest(operation, fields as Parameters<typeof writeRequest>[1])).toBe(request.body);
});

test("pf-creer-01: creates a payment over HTTP as recorded", async () => {
  const vector = vectorOf("pf-creer-01");
  const service = await serviceOf(vector);
  const asked = readRequest(vector.request.body)?.fields ?? {};

  const redirect = await createPayment(
    aClient({ url: service.url }),
    anOrder({
      amountCents: Number(asked.montant),
      subject: asked.objet,
      orderReference: asked.refdet,
      payerEmail: asked.mel,
      notificationUrl: asked.urlnotif,
      returnUrl: asked.urlredirect,
      now: new Date("2019-12-12T12:00:00Z"),
    }),
  );

  expect(redirect).toEqual({ reference: vector.expected.idOp, url: vector.expected.payer_url });
  expect(service.heard).toMatchObject([
    {
      method: "POST",
      body: vector.request.body,
      headers: { soapaction: '""', "content-type": "text/xml; charset=utf-8" },
    },
  ]);
});

test.each(["pf-creer-fault-R3", "pf-detail-P5", "pf-detail-P1"])("%s: reads the fault", async (id) => {
  const vector = vectorOf(id);
  const service = await serviceOf(vector);
  const answer = await callService(aClient({ url: service.url }), "recupererDetailClient", { numCli: "090909" });
  const expected = z.object({ kind: z.string(), code: z.string() }).parse(vector.expected.error);

  if (answer.kind !== "fault") throw new Error("a fault was expected");
  expect(answer.fault).toMatchObject({ element: expected.kind, code: expected.code });
  expect(answer.fault.label).toBe(answer.fault.label.trim());
  expect(isTechnical(answer.fault)).toBe(false);
});

const means: Record<string, string> = { card: "card", "direct-debit": "direct_debit" };

test.each(["pf-detail-P", "pf-detail-V", "pf-detail-A"])("%s: reads the result", async (id) => {
  const { expected, request, response } = vectorOf(id);
  const service = await serviceOf(vectorOf(id));
  const client = aClient({ url: service.url, numcli: textOf(response.body, "numcli") });
  const idOp = textOf(request.body, "idOp");
  const now = new Date("2026-09-09T08:00:00Z");

  const outcome = await findOutcome(client, idOp, {
    orderReference: String(expected.refdet),
    createdAt: addMinutes(now, -30),
    now,
  });

  expect(outcome).toMatchObject({
    reference: idOp,
    status: expected.outcome,
    amountCents: expected.amount_cents,
    orderReference: expected.refdet,
    occurredAt: new Date(String(expected.paid_at_utc)),
  });
  expect(outcome?.bankReference ?? null).toBe(expected.numauto);
  expect(outcome?.means).toBe(means[String(expected.means)]);
});

test.each([
  ["pf-detail-P5", 5, "pending"],
  ["pf-detail-P5", 25, "expired"],
  ["pf-detail-P1", 5, "expired"],
])("%s after %i minutes is %s", async (id, minutes, status) => {
  const service = await serviceOf(vectorOf(id));
  const now = new Date("2026-09-09T08:00:00Z");
  const outcome = await findOutcome(aClient({ url: service.url }), "cc0cb210-1cd4-11ea-8cca-0213ad91a103", {
    orderReference: "ABCDEFGH",
    createdAt: addMinutes(now, -minutes),
    now,
  });
  expect(outcome).toMatchObject({ status, amountCents: null });
});

test("pf-client-01: reads the lines of a client number", async () => {
  const vector = vectorOf("pf-client-01");
  const service = await serviceOf(vector);
  expect(await readClient(aClient({ url: service.url }))).toEqual(["TEST", vector.expected.libelleN2]);
  expect(service.heard[0]?.body).toBe(vector.request.body);
});

test.each(vectorsOf("payfip-soap-shape", { bad_example: z.string() }))(
  "$id: a qualified arg0 is no request",
  (vector) => {
    expect(readRequest(vector.bad_example)).toBeUndefined();
    expect(readRequest(vector.bad_example.replaceAll("pai:arg0", "arg0"))).toMatchObject({
      operation: "creerPaiementSecurise",
      fields: { refdet: "ABCDEFGH" },
    });
  },
);
