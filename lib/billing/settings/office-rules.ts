import { eq } from "drizzle-orm";
import { officeRules } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type OfficeRules, usualOfficeRules } from "./rules";

/** The rules of a régie, or the usual ones: plumbing of those who have authorized. */
export const findOfficeRules = async ({ db }: Pick<Context, "db">, revenueOfficeId: string): Promise<OfficeRules> => {
  const [row] = await db
    .select({
      cashCeilingCents: officeRules.cashCeilingCents,
      secondAgentAboveCents: officeRules.secondAgentAboveCents,
      smallestInvoiceCents: officeRules.smallestInvoiceCents,
      firstReminderDays: officeRules.firstReminderDays,
      secondReminderDays: officeRules.secondReminderDays,
    })
    .from(officeRules)
    .where(eq(officeRules.revenueOfficeId, revenueOfficeId));
  return row ?? usualOfficeRules;
};
