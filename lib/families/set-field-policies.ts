import { eq, sql } from "drizzle-orm";
import { fieldPolicies } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { FieldPoliciesInput } from "./input";
import { fields, isField } from "./rules";

/** Decides how families change each field; one that goes back to its default leaves no row. What waits goes on waiting. */
export async function setFieldPolicies(ctx: Context, input: FieldPoliciesInput): Promise<void> {
  authorize(ctx, "settings:write");

  await inTransaction(ctx, async (ctx) => {
    const decided = Object.keys(input).filter(isField).toSorted();
    for (const field of decided) {
      const policy = input[field];
      if (!policy) continue;
      if (policy === fields[field].policy) {
        await ctx.db.delete(fieldPolicies).where(eq(fieldPolicies.field, field));
      } else {
        await ctx.db
          .insert(fieldPolicies)
          .values({ field, policy })
          .onConflictDoUpdate({ target: fieldPolicies.field, set: { policy: sql`excluded.policy` } });
      }
    }
    await recordEvent(ctx, { type: "settings.changed", data: { fieldPolicies: input } });
  });
}
