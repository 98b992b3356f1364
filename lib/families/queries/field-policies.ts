import { fieldPolicies } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { fields, isField, policyOf } from "../rules";

/** How families may change each field, as it is decided now. */
export async function listFieldPolicies(ctx: Context) {
  authorize(ctx, "settings:write");

  const rows = await ctx.db.select().from(fieldPolicies);
  const decided = Object.fromEntries(rows.map(({ field, policy }) => [field, policy]));
  return Object.keys(fields)
    .filter(isField)
    .map((field) => ({ field, label: fields[field].label, policy: policyOf(field, decided) }));
}
