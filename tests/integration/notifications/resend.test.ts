import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import { resendTransport } from "@/lib/notifications/resend";
import { sendEmail } from "@/lib/notifications/send-email";
import { test } from "../../support/database";
import { aMessage, by, emailOf, receipt } from "./messages";

type Sent = { key: string; body: Record<string, unknown> };
type Refusal = { status: number; name: string };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  delete process.env.RESEND_BASE_URL;
});

/** The part of the service that counts here: a key already seen is answered, and not sent again. */
async function aService(...refusals: Refusal[]) {
  const sent: Sent[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const key = String(request.headers["idempotency-key"]);
    const refusal = refusals.shift();
    response.setHeader("Content-Type", "application/json");
    if (refusal) {
      response.statusCode = refusal.status;
      response.end(JSON.stringify({ statusCode: refusal.status, name: refusal.name, message: "refused" }));
      return;
    }
    if (!sent.some((known) => known.key === key))
      sent.push({ key, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.end(JSON.stringify({ id: "message" }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  process.env.RESEND_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { sent, transport: resendTransport("re_test") };
}

test("gives the service the message, its receipt and its key", async ({ ctx }) => {
  const { sent, transport } = await aService();
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(transport));

  expect(sent).toMatchObject([
    {
      key: id,
      body: {
        to: "parent@exemple.fr",
        reply_to: "mairie@exemple.fr",
        subject: "Paiement confirmé – reçu REC2026000123",
        attachments: [{ filename: receipt.filename, content: receipt.content.toString("base64") }],
      },
    },
  ]);
  expect(await emailOf(ctx, id)).toMatchObject({ status: "sent" });
});

test("a message sent but not noted is not sent twice", async ({ ctx }) => {
  const { sent, transport } = await aService();
  const id = await aMessage(ctx);
  const forgetful = {
    send: (email: Parameters<typeof transport.send>[0]) =>
      transport.send(email).then(() => Promise.reject(new Error("crashed before noting it"))),
  };

  await expect(sendEmail(ctx, id, by(forgetful))).rejects.toThrow();
  await sendEmail(ctx, id, by(transport));

  expect(sent).toHaveLength(1);
  expect(await emailOf(ctx, id)).toMatchObject({ status: "sent", tries: 2 });
});

test.for([
  { status: 429, name: "rate_limit_exceeded", becomes: "queued" },
  { status: 500, name: "internal_server_error", becomes: "queued" },
  { status: 403, name: "invalid_api_key", becomes: "queued" },
  { status: 422, name: "validation_error", becomes: "failed" },
] as const)("a $status leaves the message $becomes", async ({ becomes, ...refusal }, { ctx }) => {
  const { transport } = await aService(refusal);
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(transport)).catch(() => undefined);

  expect(await emailOf(ctx, id)).toMatchObject({ status: becomes, tries: 1 });
  expect((await emailOf(ctx, id))?.lastError).toContain("refused");
});
