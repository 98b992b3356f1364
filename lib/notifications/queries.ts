import { and, count, desc, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { type EmailStatus, emailStatus, emails } from "@/db/schema";
import { authorize, isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { isTemplate, templates } from "./templates";

export const PAGE_SIZE = 50;

export type EmailFilter = { page: number; recipient?: string; status?: EmailStatus };

/** The messages written, last first, one page at a time. */
export async function listEmails(ctx: Context, { page, recipient, status }: EmailFilter) {
  authorize(ctx, "messages:read");

  const wanted = and(
    recipient ? ilike(emails.recipient, `%${recipient.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined,
    status ? eq(emails.status, status) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    ctx.db
      .select({
        id: emails.id,
        template: emails.template,
        recipient: emails.recipient,
        subject: emails.subject,
        status: emails.status,
        createdAt: emails.createdAt,
      })
      .from(emails)
      .where(wanted)
      .orderBy(desc(emails.createdAt), desc(emails.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    ctx.db.select({ emails: count() }).from(emails).where(wanted),
  ]);
  return {
    emails: rows.map(({ template, ...row }) => ({ ...row, label: labelOf(template) })),
    total: total?.emails ?? 0,
  };
}

export type EmailDetail = Awaited<ReturnType<typeof getEmail>>;

/** One message. `hidden`: it carries a key to someone's account, which only those who manage accounts may read. */
export async function getEmail(ctx: Context, id: string) {
  authorize(ctx, "messages:read");

  const [email] = z.uuid().safeParse(id).success ? await ctx.db.select().from(emails).where(eq(emails.id, id)) : [];
  if (!email) throw new DomainError("not_found");
  const { template, payload, dedupeKey: _, html, text, ...rest } = email;
  const hidden = isTemplate(template) && templates[template].confidential && !isAllowed(ctx.actor, "accounts:write");
  const receiptId = typeof payload.receiptId === "string" ? payload.receiptId : null;
  return {
    ...rest,
    label: labelOf(template),
    hidden,
    html: hidden ? null : html,
    text: hidden ? null : text,
    receiptId,
  };
}

/** How many messages are in each state. */
export async function countEmails(ctx: Context): Promise<Record<EmailStatus, number>> {
  authorize(ctx, "messages:read");

  const rows = await ctx.db.select({ status: emails.status, emails: count() }).from(emails).groupBy(emails.status);
  const counts = new Map(rows.map((row) => [row.status, row.emails]));
  const entries = emailStatus.enumValues.map((status) => [status, counts.get(status) ?? 0] as const);
  return Object.fromEntries(entries) as Record<EmailStatus, number>;
}

const labelOf = (template: string): string => (isTemplate(template) ? templates[template].label : template);
