import { and, eq, sql } from "drizzle-orm";
import { accounts, emails } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { findOrganization } from "@/lib/core/organization";
import { renderEmail } from "./render-email";
import { isTemplate, type Template, type TemplateName, templates } from "./templates";
import { type Attachment, EmailRefused, type EmailTransport, fromMailbox } from "./transport";
import { findWording } from "./wordings/find-wording";

/** With the queue's back-off (2.7 times longer each time, 6 hours at most), the last try comes about 16 hours later. */
const MAX_TRIES = 12;

type Email = typeof emails.$inferSelect;
export type Sending = {
  /** Undefined where none is set: the message is kept. */
  transport: EmailTransport | undefined;
  /** The files that go with a message; the same bytes at every try. */
  attachmentsOf(ctx: Context, email: Email): Promise<Attachment[]>;
};

/**
 * Sends one message, whatever how often it is asked: the row is locked while it leaves, and the transport is given the
 * same name and the same content at every try. Throws when the queue should try again later.
 */
export async function sendEmail(ctx: Context, emailId: string, sending: Sending): Promise<void> {
  authorize(ctx, "jobs:run");
  try {
    if (await withhold(ctx, emailId)) return;
    await writeOnce(ctx, emailId);
    await inTransaction(ctx, (ctx) => deliver(ctx, emailId, sending));
  } catch (error) {
    const again = await recordFailure(ctx, emailId, error);
    if (again) throw new Error("e-mail not sent yet: see its row");
  }
}

const waiting = (emailId: string) => and(eq(emails.id, emailId), eq(emails.status, "queued"));

/** A message for a closed account, or of a kind that its owner does not want, is not sent: its row says why. */
async function withhold(ctx: Context, emailId: string): Promise<boolean> {
  const [email] = await ctx.db
    .select({
      template: emails.template,
      disabledAt: accounts.disabledAt,
      notifications: accounts.notifications,
    })
    .from(emails)
    .innerJoin(accounts, eq(accounts.email, sql`lower(${emails.recipient})`))
    .where(waiting(emailId));
  const reason = email && reasonNot(email);
  if (!reason) return false;
  await ctx.db.update(emails).set({ status: "withheld", lastError: reason }).where(waiting(emailId));
  return true;
}

type Addressee = Pick<Email, "template"> & Pick<typeof accounts.$inferSelect, "disabledAt" | "notifications">;

function reasonNot({ template, disabledAt, notifications }: Addressee): string | undefined {
  if (disabledAt) return "Le compte de cette personne est désactivé.";
  const kind = isTemplate(template) && kindOf(template);
  return kind && notifications?.[kind] === false ? "Cette personne ne souhaite pas recevoir ces messages." : undefined;
}

const kindOf = (template: TemplateName) => {
  const known: Template = templates[template];
  return known.optional;
};

/** The first try freezes the words, so that later ones repeat them. */
async function writeOnce(ctx: Context, emailId: string): Promise<void> {
  const [email] = await ctx.db.select().from(emails).where(waiting(emailId));
  if (!email || email.html !== null) return;
  if (!isTemplate(email.template)) throw new EmailRefused(`Unknown template: ${email.template}`);

  const wording = await findWording(ctx, email.template);
  const written = await renderEmail(email.template, email.payload, await senderOf(ctx), wording);
  await ctx.db.update(emails).set(written).where(waiting(emailId));
}

async function deliver(ctx: Context, emailId: string, { transport, attachmentsOf }: Sending): Promise<void> {
  const [email] = await ctx.db.select().from(emails).where(waiting(emailId)).for("update");
  if (!email) return;
  const { recipient: to, subject, html, text } = email;
  if (subject === null || html === null || text === null) throw new Error("The message was not written");

  const attachments = await attachmentsOf(ctx, email);
  const outcome = { tries: email.tries + 1, attachmentName: attachments[0]?.filename, lastError: null };
  if (!transport) {
    await ctx.db
      .update(emails)
      .set({ ...outcome, status: "kept" })
      .where(eq(emails.id, emailId));
    return;
  }

  const sender = await senderOf(ctx);
  const from = fromMailbox(env().mailFrom, sender.senderName ?? sender.name);
  const replyTo = sender.replyTo ?? sender.email;
  await transport.send({ id: emailId, from, to, replyTo, subject, html, text, attachments });
  await ctx.db
    .update(emails)
    .set({ ...outcome, ...withoutSecret(email), status: "sent", sentAt: ctx.now })
    .where(eq(emails.id, emailId));
}

async function senderOf(ctx: Context) {
  const sender = await findOrganization(ctx);
  if (!sender) throw new Error("The organization is not known yet");
  return sender;
}

/** A key that has left must not lie in the list of messages, where agents read. */
function withoutSecret({ template }: Email): Partial<Email> {
  const confidential = isTemplate(template) && templates[template].confidential;
  return confidential ? { html: null, text: null, payload: {} } : {};
}

/** Notes the failure on the message itself, beside the transaction that it undid. Answers whether another try is due. */
async function recordFailure(ctx: Context, emailId: string, error: unknown): Promise<boolean> {
  const lastError = error instanceof Error ? error.message : String(error);
  const over = error instanceof EmailRefused ? sql`true` : sql`${emails.tries} + 1 >= ${MAX_TRIES}`;
  const [email] = await ctx.db
    .update(emails)
    .set({
      tries: sql`${emails.tries} + 1`,
      lastError,
      status: sql`case when ${over} then 'failed' else 'queued' end::email_status`,
    })
    .where(waiting(emailId))
    .returning({ status: emails.status, tries: emails.tries });
  log.warn({ emailId, ...email }, "e-mail not sent");
  return email?.status === "queued";
}
