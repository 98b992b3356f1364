import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { householdMembers, households } from "@/db/schema";
import { readExport } from "@/lib/accounts/exports/read-export";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamily, aMadeExport } from "../../reporting/data-export/copies";

test("who left the household no longer downloads what they had asked for", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const exportId = await aMadeExport(ctx, guardian, household.id);
  await ctx.db.delete(householdMembers).where(eq(householdMembers.personId, guardian.actor.personId));
  expect(await codeOf(readExport({ ...guardian, actor: { ...guardian.actor, householdIds: [] } }, exportId))).toBe(
    "not_found",
  );
  expect(await ctx.db.select().from(households)).toHaveLength(1);
});
