import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, emails } from "@/db/schema";
import { visitor } from "@/lib/core/actor";
import { notify } from "@/lib/notifications/notify";
import { sendEmail } from "@/lib/notifications/send-email";
import type { EmailTransport, OutgoingEmail } from "@/lib/notifications/transport";
import { test } from "../../support/database";
import { aHousehold, anOrganization, guardianOf } from "../../support/factories";
import { aMessage, aSecretMessage, by, emailOf } from "./messages";

const broken: EmailTransport = { send: () => Promise.reject(new Error("the server is away")) };

/** A transport that fails as often as asked, and remembers what it was given. */
function remembering(failures = 0) {
  const given: OutgoingEmail[] = [];
  const transport: EmailTransport = {
    async send(email) {
      given.push(email);
      if (given.length <= failures) throw new Error("the server is away");
    },
  };
  return { given, transport };
}

test("keeps the message where no transport is set, ready to be read", async ({ ctx }) => {
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(undefined));

  const email = await emailOf(ctx, id);
  expect(email).toMatchObject({
    status: "kept",
    subject: "Paiement confirmé – reçu REC2026000123",
    attachmentName: "recu-REC2026000123.pdf",
    sentAt: null,
  });
  expect(email?.html).toContain("Ville de Saint-Aubin");
  expect(email?.text).toContain("https://famille.exemple.fr/prepaiements");
});

test("does nothing of what was already done, nor of what does not exist", async ({ ctx }) => {
  const { given, transport } = remembering();
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(transport));
  await sendEmail(ctx, id, by(transport));
  await sendEmail(ctx, "00000000-0000-4000-8000-000000000000", by(transport));

  expect(given).toHaveLength(1);
});

test("says the same thing at every try, even if the organisation changes its name meanwhile", async ({ ctx }) => {
  const { given, transport } = remembering(1);
  const id = await aMessage(ctx);

  await sendEmail(ctx, id, by(transport)).catch(() => undefined);
  await ctx.db
    .update(emails)
    .set({ payload: { changed: true } })
    .where(eq(emails.id, id));
  await sendEmail(ctx, id, by(transport));

  const [first, second] = given;
  expect(second).toEqual(first);
});

test("gives up after the twelfth try", async ({ ctx }) => {
  const id = await aMessage(ctx);
  await ctx.db.update(emails).set({ tries: 10 }).where(eq(emails.id, id));

  await expect(sendEmail(ctx, id, by(broken))).rejects.toThrow();
  expect(await emailOf(ctx, id)).toMatchObject({ status: "queued", tries: 11 });

  await sendEmail(ctx, id, by(broken));
  expect(await emailOf(ctx, id)).toMatchObject({ status: "failed", tries: 12, lastError: "the server is away" });
});

test("notes a file that cannot be drawn, and tries again", async ({ ctx }) => {
  const { given, transport } = remembering();
  const id = await aMessage(ctx);
  const withoutFile = { transport, attachmentsOf: () => Promise.reject(new Error("no receipt")) };

  await expect(sendEmail(ctx, id, withoutFile)).rejects.toThrow();

  expect(given).toEqual([]);
  expect(await emailOf(ctx, id)).toMatchObject({ status: "queued", lastError: "no receipt" });
});

test("forgets the key to an account once it has left", async ({ ctx }) => {
  const { given, transport } = remembering();
  const id = await aSecretMessage(ctx);

  await sendEmail(ctx, id, { transport, attachmentsOf: async () => [] });

  expect(given[0]?.text).toContain("https://famille.exemple.fr/mot-de-passe/cle");
  expect(await emailOf(ctx, id)).toMatchObject({ status: "sent", html: null, text: null, payload: {} });
});

test("is the worker's alone", async ({ ctx }) => {
  const id = await aMessage(ctx);

  await expect(sendEmail({ ...ctx, actor: visitor }, id, by(undefined))).rejects.toMatchObject({
    code: "unauthenticated",
  });
});

test("does not write to a closed account, nor what its owner does not want", async ({ ctx }) => {
  await anOrganization(ctx);
  const household = await aHousehold(ctx);
  const [closed, quiet] = [await guardianOf(ctx, household), await guardianOf(ctx, household)];
  const set = (actor: { accountId: string }, values: Partial<typeof accounts.$inferInsert>) =>
    ctx.db.update(accounts).set(values).where(eq(accounts.id, actor.accountId)).returning();
  const [closedAccount] = await set(closed.actor, { disabledAt: ctx.now });
  const [quietAccount] = await set(quiet.actor, { notifications: { reminders: true, news: false } });
  const payload = { url: "https://famille.exemple.fr/x" };
  const { given, transport } = remembering();
  const sendTo = async (recipient: string | undefined, template: "publication-added" | "document-added") => {
    await notify(ctx, { template, recipient: recipient ?? "", payload, dedupeKey: `${recipient}:${template}` });
    const [email] = await ctx.db
      .select()
      .from(emails)
      .where(eq(emails.dedupeKey, `${recipient}:${template}`));
    await sendEmail(ctx, email?.id ?? "", by(transport));
    return emailOf(ctx, email?.id ?? "");
  };

  expect(await sendTo(closedAccount?.email, "document-added")).toMatchObject({
    status: "withheld",
    lastError: "Le compte de cette personne est désactivé.",
  });
  expect(await sendTo(quietAccount?.email, "publication-added")).toMatchObject({ status: "withheld", html: null });
  expect(await sendTo(quietAccount?.email, "document-added")).toMatchObject({ status: "sent" });
  expect(given).toHaveLength(1);
});
