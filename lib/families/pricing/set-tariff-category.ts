import { eq } from "drizzle-orm";
import { households } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { SetTariffCategoryInput } from "./input";
import { tellPricing } from "./tell-pricing";

/** Says which grid a household pays by, as of now: it has moved in, or away. What is already booked keeps its price. */
export async function setTariffCategory(ctx: Context, input: SetTariffCategoryInput): Promise<void> {
  authorize(ctx, "families:write");
  const { householdId, tariffCategory } = input;

  await inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db
      .select({ tariffCategory: households.tariffCategory })
      .from(households)
      .where(eq(households.id, householdId))
      .for("update");
    if (!before) throw new DomainError("not_found");
    if (before.tariffCategory === tariffCategory) return;

    await ctx.db.update(households).set({ tariffCategory }).where(eq(households.id, householdId));
    await recordEvent(ctx, {
      type: "tariff-category.set",
      householdId,
      data: { from: before.tariffCategory, to: tariffCategory },
    });
    await tellPricing(ctx, householdId, dateOf(ctx.now));
  });
}
