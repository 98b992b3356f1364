import { eq } from "drizzle-orm";
import { households } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

/** What a family is called, for who is about to do something for it. */
export async function getHouseholdName(ctx: Context, householdId: string): Promise<string> {
  authorize(ctx, "household:read", { householdId });
  assertUuid(householdId);

  const [household] = await ctx.db
    .select({ name: households.name })
    .from(households)
    .where(eq(households.id, householdId));
  if (!household) throw new DomainError("not_found");
  return household.name;
}
