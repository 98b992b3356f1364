import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { emails } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { notify } from "@/lib/notifications/notify";
import { countEmails, getEmail, listEmails, PAGE_SIZE } from "@/lib/notifications/queries";
import { sendEmail } from "@/lib/notifications/send-email";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";
import { aMessage, aSecretMessage, by, receiptId } from "./messages";

const agent = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

test("lists the messages, last first, found by recipient and state", async ({ ctx }) => {
  await aMessage({ ...ctx, now: new Date("2026-09-08T08:00:00Z") }, { key: "1", recipient: "anne_b@exemple.fr" });
  const last = await aMessage(ctx, { key: "2", recipient: "anneXb@exemple.fr" });
  await sendEmail(ctx, last, by(undefined));

  const all = await listEmails(ctx, { page: 1 });
  expect(all.total).toBe(2);
  expect(all.emails.map(({ recipient, status }) => [recipient, status])).toEqual([
    ["anneXb@exemple.fr", "kept"],
    ["anne_b@exemple.fr", "queued"],
  ]);
  expect((await listEmails(ctx, { page: 1, recipient: "ANNE_" })).emails).toHaveLength(1);
  expect((await listEmails(ctx, { page: 1, status: "kept" })).emails).toMatchObject([
    { label: "Paiement confirmé", subject: "Paiement confirmé – reçu REC2026000123" },
  ]);
});

test("shows one page at a time", async ({ ctx }) => {
  for (let index = 0; index <= PAGE_SIZE; index += 1) {
    await notify(ctx, {
      template: "password-changed",
      recipient: `parent${index}@exemple.fr`,
      payload: {},
      dedupeKey: `${index}`,
    });
  }

  const second = await listEmails(ctx, { page: 2 });
  expect(second.total).toBe(PAGE_SIZE + 1);
  expect(second.emails).toHaveLength(1);
});

test("opens one message with its receipt", async ({ ctx }) => {
  const id = await aMessage(ctx);
  await sendEmail(ctx, id, by(undefined));

  const email = await getEmail(agent(ctx, "family_officer"), id);

  expect(email).toMatchObject({ recipient: "parent@exemple.fr", status: "kept", hidden: false, receiptId });
  expect(email.html).toContain("<html");
  expect(email).not.toHaveProperty("payload");
});

test("shows the key to an account to those who manage accounts only", async ({ ctx }) => {
  const id = await aSecretMessage(ctx);
  await sendEmail(ctx, id, { transport: undefined, attachmentsOf: async () => [] });

  expect(await getEmail(agent(ctx, "family_officer"), id)).toMatchObject({ hidden: true, html: null, text: null });
  expect((await getEmail(agent(ctx, "admin"), id)).html).toContain("mot-de-passe/cle");
});

test.for(["00000000-0000-4000-8000-000000000000", "pas-un-identifiant"])(
  "answers not_found to %s",
  async (id, { ctx }) => {
    await expect(getEmail(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  },
);

test("counts what waits, what is kept, what failed", async ({ ctx }) => {
  await aMessage(ctx, { key: "1" });
  const failed = await aMessage(ctx, { key: "2" });
  await ctx.db.update(emails).set({ status: "failed" }).where(eq(emails.id, failed));

  expect(await countEmails(ctx)).toEqual({ queued: 1, sent: 0, kept: 0, failed: 1, withheld: 0 });
});

test("is closed to families and to agents without the right", async ({ ctx }) => {
  const family = await guardianOf(ctx, await aHousehold(ctx));
  const id = await aMessage(ctx);

  for (const stranger of [family, agent(ctx, "animator")]) {
    await expect(listEmails(stranger, { page: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getEmail(stranger, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(countEmails(stranger)).rejects.toMatchObject({ code: "forbidden" });
  }
});
