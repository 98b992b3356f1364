import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, vi } from "vitest";
import { launchWorker } from "@/scripts/processes";
import { test as base } from "../../support/database";
import { aSecretMessage, emailOf } from "../notifications/messages";
import { headerOf, smtpServer } from "../notifications/smtp-server";
import { addressOf } from "./address";

type Settings = Record<string, string>;

/** The worker as the portal starts it: a process of its own. */
const test = base.extend<{ launch: (settings?: Settings) => ChildProcess }>({
  launch: async ({ committed, templateUrl }, use) => {
    const children: ChildProcess[] = [];
    const url = await addressOf(committed, templateUrl);
    await use((settings = {}) => {
      const env = { ...process.env, DATABASE_URL: url, MAIL_FROM: "Saint-Aubin <portail@exemple.fr>", ...settings };
      const child = launchWorker({ env, silent: true });
      children.push(child);
      return child;
    });
    for (const child of children) child.kill("SIGKILL");
  },
});
const soon = { timeout: 100_000, interval: 50 };

test.for(["SIGTERM", "SIGINT", "disconnect"] as const)(
  "finishes its work and leaves on %s",
  async (end, { committed: ctx, launch }) => {
    const child = launch();
    const id = await aSecretMessage(ctx);
    await vi.waitFor(async () => expect(await emailOf(ctx, id)).toMatchObject({ status: "kept" }), soon);

    const exited = once(child, "exit");
    if (end === "disconnect") child.disconnect();
    else child.kill(end);

    expect(await exited).toEqual([0, null]);
  },
);

test("killed between the mail server's acceptance and its own note, sends again under the same name, word for word", async ({
  committed: ctx,
  launch,
}) => {
  let answer = () => {};
  const hold = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const server = await smtpServer({ hold });
  const killed = launch({ SMTP_URL: server.url });
  const id = await aSecretMessage(ctx);
  await vi.waitFor(() => expect(server.received).toHaveLength(1), soon);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  answer();

  expect(await emailOf(ctx, id)).toMatchObject({ status: "queued", tries: 0 });
  const next = launch({ SMTP_URL: server.url });
  await vi.waitFor(async () => expect(await emailOf(ctx, id)).toMatchObject({ status: "sent", tries: 1 }), soon);
  next.kill("SIGTERM");
  await once(next, "exit");
  await server.close();

  expect(server.received.map((mail) => headerOf(mail, "Message-ID"))).toEqual([
    `<${id}@localhost>`,
    `<${id}@localhost>`,
  ]);
  const [first, second] = server.received.map(({ raw }) => wordsOf(raw));
  expect(second).toBe(first);
});

/** A message without what its envelope draws anew each time. */
const wordsOf = (raw: string) => raw.replaceAll(/^Date:.*$/gm, "").replaceAll(/--_NmP-[\w-]+/g, "");
