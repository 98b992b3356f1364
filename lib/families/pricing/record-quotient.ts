import { and, asc, eq, gte, isNull, lt, or } from "drizzle-orm";
import { households, incomeQuotients } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { addDays } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { RecordQuotientInput } from "./input";
import { tellPricing } from "./tell-pricing";

/**
 * Records the quotient familial of a household from a day on (handbook §2.4): the one before ends the day before, one
 * known for later keeps its days. What is already booked keeps its price. The same again changes nothing and tells nobody.
 */
export async function recordQuotient(ctx: Context, input: RecordQuotientInput): Promise<void> {
  authorize(ctx, "families:write");
  const { householdId, value, source, effectiveFrom } = input;

  await inTransaction(ctx, async (ctx) => {
    const ofHousehold = eq(incomeQuotients.householdId, householdId);
    const [household] = await ctx.db
      .select({ id: households.id })
      .from(households)
      .where(eq(households.id, householdId))
      .for("update");
    if (!household) throw new DomainError("not_found");

    const [next] = await ctx.db
      .select()
      .from(incomeQuotients)
      .where(and(ofHousehold, gte(incomeQuotients.effectiveFrom, effectiveFrom)))
      .orderBy(asc(incomeQuotients.effectiveFrom))
      .limit(1);
    const same = next?.effectiveFrom === effectiveFrom ? next : undefined;
    if (same?.value === value && same.source === source) return;

    if (same) {
      await ctx.db.update(incomeQuotients).set({ value, source }).where(eq(incomeQuotients.id, same.id));
    } else {
      const eve = addDays(effectiveFrom, -1);
      await ctx.db
        .update(incomeQuotients)
        .set({ effectiveTo: eve })
        .where(
          and(
            ofHousehold,
            lt(incomeQuotients.effectiveFrom, effectiveFrom),
            or(isNull(incomeQuotients.effectiveTo), gte(incomeQuotients.effectiveTo, effectiveFrom)),
          ),
        );
      const effectiveTo = next ? addDays(next.effectiveFrom, -1) : null;
      const quotient = { householdId, value, source, effectiveFrom, effectiveTo, createdAt: ctx.now };
      await ctx.db.insert(incomeQuotients).values(quotient);
    }
    await recordEvent(ctx, {
      type: "quotient.recorded",
      householdId,
      data: { value, source, effectiveFrom, ...(same && { before: { value: same.value, source: same.source } }) },
    });
    await tellPricing(ctx, householdId, effectiveFrom);
  });
}
