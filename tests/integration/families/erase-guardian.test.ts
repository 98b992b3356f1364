import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, householdMembers, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { eraseGuardian } from "@/lib/families/erase-guardian";
import { shareChild } from "@/lib/families/share-child";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aChild, aHousehold, guardianOf } from "../../support/factories";

test("a child of two homes stays who they are, in the other one", async ({ ctx }) => {
  const [household, other] = [await aHousehold(ctx), await aHousehold(ctx, { name: "Haddad" })];
  const [shared, own] = [await aChild(ctx, household), await aChild(ctx, household, { firstName: "Lisa" })];
  const guardian = await guardianOf(ctx, household);
  await guardianOf(ctx, other);
  await shareChild(ctx, { childId: shared.id, householdId: other.id });

  expect(await eraseGuardian(ctx, { personId: guardian.actor.personId })).toEqual([household.id]);

  expect(await ctx.db.select().from(persons).where(eq(persons.id, shared.id))).toMatchObject([{ firstName: "Nahel" }]);
  expect(await ctx.db.select().from(persons).where(eq(persons.id, own.id))).toMatchObject([{ firstName: "Personne" }]);
  const homes = await ctx.db.select().from(householdMembers).where(eq(householdMembers.personId, shared.id));
  expect(homes).toMatchObject([{ householdId: other.id }]);
  expect(await codeOf(eraseGuardian(guardian, { personId: guardian.actor.personId }))).toBe("forbidden");
});

test("the trail no longer says what it said of them: of the one who leaves, then of the family", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  const [first, second] = [await guardianOf(ctx, household), await guardianOf(ctx, household)];
  const data = { from: { phone: "0612345678" }, to: { phone: "0698765432" } };
  for (const subjectId of [first.actor.personId, child.id]) {
    await recordEvent(ctx, { type: "person.updated", householdId: household.id, subjectId, data });
  }
  const told = async () =>
    (await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "person.updated")).orderBy(auditEvents.id)).map(
      ({ data }) => data,
    );

  await eraseGuardian(ctx, { personId: first.actor.personId });
  expect(await told()).toEqual([null, data]);
  await eraseGuardian(ctx, { personId: second.actor.personId });
  expect(await told()).toEqual([null, null]);
});
