import { certifications } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { HouseholdInput } from "./input";
import { schoolYearOf } from "./rules";

/** A guardian certifies that the file is up to date, once a school year; the first to say it is the one who counts. */
export async function certifyHousehold(ctx: Context, { householdId }: HouseholdInput): Promise<void> {
  authorize(ctx, "household:write", { householdId });
  const { actor } = ctx;
  // It is the family's word: nobody else gives it.
  if (actor.kind !== "guardian") throw new DomainError("forbidden");

  await inTransaction(ctx, async (ctx) => {
    const schoolYear = schoolYearOf(dateOf(ctx.now));
    const [said] = await ctx.db
      .insert(certifications)
      .values({ householdId, schoolYear, accountId: actor.accountId, at: ctx.now })
      .onConflictDoNothing()
      .returning({ schoolYear: certifications.schoolYear });
    if (said) await recordEvent(ctx, { type: "household.certified", householdId, data: { schoolYear } });
  });
}
