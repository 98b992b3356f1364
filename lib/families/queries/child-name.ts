import { eq } from "drizzle-orm";
import { persons } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeChild } from "../authorize-child";

/** The first name of a child, for whoever may know the family. */
export async function getChildName(ctx: Context, childId: string): Promise<string> {
  await authorizeChild(ctx, "household:read", childId);

  const [child] = await ctx.db.select({ firstName: persons.firstName }).from(persons).where(eq(persons.id, childId));
  if (!child) throw new DomainError("not_found");
  return child.firstName;
}
