import { randomUUID } from "node:crypto";
import { householdMembers } from "@/db/schema";
import type { Actor, AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { aChild, aHousehold, guardianOf } from "../../support/factories";

type AgentContext = Context & { actor: Extract<Actor, { kind: "agent" }> };

export const asAgent = (ctx: Context, role: AgentRole): AgentContext => ({
  ...ctx,
  actor: { kind: "agent", accountId: randomUUID(), role },
});

/** A child of two homes, with a guardian in each, and a stranger who is guardian elsewhere. */
export async function aSharedChild(ctx: Context) {
  const [mothers, fathers, elsewhere] = [
    await aHousehold(ctx, { name: "Martin" }),
    await aHousehold(ctx, { name: "Rousseau" }),
    await aHousehold(ctx, { name: "Benali" }),
  ];
  const child = await aChild(ctx, mothers, { firstName: "Nahel", birthDate: "2019-03-14" });
  await ctx.db.insert(householdMembers).values({ householdId: fathers.id, personId: child.id, role: "child" });
  const [mother, father, stranger] = [
    await guardianOf(ctx, mothers),
    await guardianOf(ctx, fathers),
    await guardianOf(ctx, elsewhere),
  ];
  return { child, mothers, fathers, mother, father, stranger };
}
