import { eq } from "drizzle-orm";
import { getReminderDesk } from "@/lib/billing/reminders/queries";
import { sendReminders } from "@/lib/billing/reminders/send-reminders";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { accounts } from "../schema";

const HOUR = 60;

/** Half of those who are late enough were reminded yesterday; the others wait for the next agent. */
export async function remindFamilies(ctx: Context): Promise<void> {
  const [officer] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, "facturation@exemple.fr"));
  if (!officer) return;
  const yesterday: Context = {
    ...ctx,
    now: addMinutes(ctx.now, -20 * HOUR),
    actor: { kind: "agent", accountId: officer.id, role: "billing_officer" },
  };
  const { late } = await getReminderDesk(yesterday);
  const due = late.filter(({ next }) => next.step === "remind").filter((_, index) => index % 2 === 0);
  if (due.length > 0) await sendReminders(yesterday, { level: 1, invoiceIds: due.map(({ id }) => id) });
}
