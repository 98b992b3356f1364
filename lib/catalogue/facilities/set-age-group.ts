import { and, eq } from "drizzle-orm";
import { ageGroups, facilities } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { AgeGroupInput } from "./input";

/**
 * Adds a group to a structure, or changes one: who is booked already stays booked (handbook §3.5). Refuses with
 * `not_found` an unknown structure, or a group of another one. Returns its id.
 */
export async function setAgeGroup(ctx: Context, input: AgeGroupInput): Promise<{ groupId: number }> {
  authorize(ctx, "catalogue:write");

  const { facilityId, groupId, name, minAge, maxAge, grades } = input;
  const values = { facilityId, name, minAge, maxAge, grades };
  return inTransaction(ctx, async (ctx) => {
    const [facility] = await ctx.db.select({ id: facilities.id }).from(facilities).where(eq(facilities.id, facilityId));
    if (!facility) throw new DomainError("not_found");
    const [written] =
      groupId === undefined
        ? await ctx.db.insert(ageGroups).values(values).returning({ id: ageGroups.id })
        : await ctx.db
            .update(ageGroups)
            .set(values)
            .where(and(eq(ageGroups.id, groupId), eq(ageGroups.facilityId, facilityId)))
            .returning({ id: ageGroups.id });
    if (!written) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "age-group.set", subjectId: String(written.id), data: values });
    return { groupId: written.id };
  });
}
