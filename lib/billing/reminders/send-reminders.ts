import { inArray } from "drizzle-orm";
import { households, invoiceReminders } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notifyAll } from "@/lib/notifications/notify";
import { listPayers } from "../invoices/list-payers";
import type { SendRemindersInput } from "./input";
import { listUnpaid, type UnpaidInvoice } from "./queries";

/**
 * Reminds families of invoices that are still unpaid (handbook §5.6): each invoice once per level, one message per person
 * however many invoices it is about, and none for what was paid, is being paid or is contested meanwhile. It blocks
 * nothing. Returns how many invoices were reminded; refuses with `already_decided` when none had to be any more.
 */
export async function sendReminders(ctx: Context, { level, invoiceIds }: SendRemindersInput): Promise<number> {
  // The régisseur of a régie prolongée reminds, or the office that bills.
  authorize(ctx, isAllowed(ctx.actor, "payments:collect") ? "payments:collect" : "billing:run");

  return inTransaction(ctx, async (ctx) => {
    const asked = (await listUnpaid(ctx)).filter(({ id }) => invoiceIds.includes(id));
    // What a payment or another agent changes at the same moment is seen once their money is released.
    await lockHouseholds(ctx, [...new Set(asked.map(({ householdId }) => householdId))]);
    const due = (await listUnpaid(ctx)).filter(
      ({ id, next }) => invoiceIds.includes(id) && next.step === "remind" && next.level === level,
    );
    if (due.length === 0) throw new DomainError("already_decided");
    await ctx.db.insert(invoiceReminders).values(
      due.map(({ id, dueCents }) => ({
        invoiceId: id,
        level,
        dueCents,
        sentAt: ctx.now,
        sentBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      })),
    );
    await tellPayers(ctx, due, level);
    await recordEvents(
      ctx,
      due.map(({ id, householdId, number, dueCents }) => ({
        type: "invoice.reminded",
        subjectId: id,
        householdId,
        data: { number, level, dueCents },
      })),
    );
    return due.length;
  });
}

const lockHouseholds = ({ db }: Context, ids: string[]) =>
  db
    .select({ id: households.id })
    .from(households)
    .where(inArray(households.id, ids))
    .orderBy(households.id)
    .for("no key update");

async function tellPayers(ctx: Context, due: UnpaidInvoice[], level: 1 | 2): Promise<void> {
  const payers = await listPayers(
    ctx,
    due.map(({ householdId }) => householdId),
  );
  const unique = [...new Map(payers.map((payer) => [`${payer.householdId} ${payer.accountId}`, payer])).values()];
  await notifyAll(
    ctx,
    unique.flatMap(({ householdId, accountId, email }) => {
      const [first] = due.filter((invoice) => invoice.householdId === householdId);
      if (!first) return [];
      return {
        template: "invoice-reminder" as const,
        recipient: email,
        payload: { url: `${env().appUrl}/factures`, isLast: level === 2 },
        dedupeKey: `invoice-reminder:${first.id}:${level}:${accountId}`,
      };
    }),
  );
}
