import { afterEach, expect } from "vitest";
import { sendEmail } from "@/lib/notifications/send-email";
import { smtpTransport } from "@/lib/notifications/smtp";
import { test } from "../../support/database";
import { aMessage, by, emailOf, receipt } from "./messages";
import { fromQuotedPrintable, headerOf, smtpServer } from "./smtp-server";

const servers: { close(): Promise<unknown> }[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function aServer(script?: Parameters<typeof smtpServer>[0]) {
  const server = await smtpServer(script);
  servers.push(server);
  return { received: server.received, transport: smtpTransport(server.url) };
}

test("delivers subject, both versions and the receipt", async ({ ctx }) => {
  const { received, transport } = await aServer();
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(transport));

  const [mail] = received;
  if (!mail) throw new Error("nothing was received");
  expect(mail.recipients).toEqual(["parent@exemple.fr"]);
  expect(headerOf(mail, "Subject")).toBe("Paiement confirmé – reçu REC2026000123");
  expect(headerOf(mail, "Message-ID")).toBe(`<${id}@localhost>`);
  expect(headerOf(mail, "Reply-To")).toBe("mairie@exemple.fr");
  expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
  expect(fromQuotedPrintable(mail.raw)).toContain("Nous avons bien reçu votre paiement");
  expect(mail.raw).toContain(`filename=${receipt.filename}`);
  expect(mail.raw.replaceAll("\r\n", "")).toContain(receipt.content.toString("base64"));
  expect(await emailOf(ctx, id)).toMatchObject({
    status: "sent",
    tries: 1,
    sentAt: ctx.now,
    attachmentName: receipt.filename,
  });
});

test("tries again after a 451, and then stops", async ({ ctx }) => {
  const { received, transport } = await aServer({ afterData: ["451 Try again later"] });
  const id = await aMessage(ctx);

  await expect(sendEmail(ctx, id, by(transport))).rejects.toThrow();
  expect(await emailOf(ctx, id)).toMatchObject({ status: "queued", tries: 1 });
  expect((await emailOf(ctx, id))?.lastError).toContain("451");

  await sendEmail(ctx, id, by(transport));
  await sendEmail(ctx, id, by(transport));
  expect(await emailOf(ctx, id)).toMatchObject({ status: "sent", tries: 2, lastError: null });
  expect(received).toHaveLength(1);
});

test("does not insist on an address that does not exist", async ({ ctx }) => {
  const { received, transport } = await aServer({ recipient: "550 No such user" });
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(transport));

  expect(await emailOf(ctx, id)).toMatchObject({ status: "failed", tries: 1 });
  expect(received).toEqual([]);
});

test("tries again when the server cannot be reached", async ({ ctx }) => {
  const server = await smtpServer();
  await server.close();
  const id = await aMessage(ctx);

  await expect(sendEmail(ctx, id, by(smtpTransport(server.url)))).rejects.toThrow();

  expect(await emailOf(ctx, id)).toMatchObject({ status: "queued", tries: 1 });
});

test("leaves once when two workers are given the same message", async ({ committed: ctx }) => {
  let accept = () => {};
  const { received, transport } = await aServer({
    hold: new Promise((resolve) => {
      accept = resolve;
    }),
  });
  const id = await aMessage(ctx);

  const sendings = Promise.all([sendEmail(ctx, id, by(transport)), sendEmail(ctx, id, by(transport))]);
  setTimeout(accept, 300);
  await sendings;

  expect(received).toHaveLength(1);
  expect(await emailOf(ctx, id)).toMatchObject({ status: "sent", tries: 1 });
});
