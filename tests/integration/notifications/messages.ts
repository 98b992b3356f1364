import { eq, sql } from "drizzle-orm";
import { emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notify } from "@/lib/notifications/notify";
import type { Attachment, EmailTransport } from "@/lib/notifications/transport";
import { anOrganization } from "../../support/factories";

export const receiptId = "5f0c7c5e-8f6b-4c39-9f0e-0d4c6a3b2a11";
export const receipt: Attachment = {
  filename: "recu-REC2026000123.pdf",
  content: Buffer.from("%PDF-1.3 un reçu"),
  contentType: "application/pdf",
};

/** A confirmed payment to tell; answers the id of the message. */
export async function aMessage(ctx: Context, { key = "payment:1", recipient = "parent@exemple.fr" } = {}) {
  await anOrganization(ctx);
  await notify(ctx, {
    template: "payment-confirmed",
    recipient,
    payload: { receiptId, receiptNumber: "REC2026000123", url: "https://famille.exemple.fr/prepaiements" },
    dedupeKey: key,
  });
  return idOf(ctx, key);
}

/** A link to choose a password; answers the id of the message. */
export async function aSecretMessage(ctx: Context) {
  await anOrganization(ctx);
  await notify(ctx, {
    template: "password-reset",
    recipient: "parent@exemple.fr",
    payload: { url: "https://famille.exemple.fr/mot-de-passe/cle" },
    dedupeKey: "reset:1",
  });
  return idOf(ctx, "reset:1");
}

async function idOf({ db }: Context, key: string): Promise<string> {
  const [email] = await db.select({ id: emails.id }).from(emails).where(eq(emails.dedupeKey, key));
  if (!email) throw new Error("no message was written");
  return email.id;
}

export async function emailOf({ db }: Context, id: string) {
  const [email] = await db.select().from(emails).where(eq(emails.id, id));
  return email;
}

export async function countJobs({ db }: Context): Promise<number> {
  const [row] = await db.execute<{ jobs: number }>(sql`select count(*)::int as jobs from graphile_worker.jobs`);
  return row?.jobs ?? 0;
}

/** How the worker sends, with the receipt at hand. */
export const by = (transport: EmailTransport | undefined) => ({ transport, attachmentsOf: async () => [receipt] });
