import { expect } from "vitest";
import { auditEvents, certifications } from "@/db/schema";
import { certifyHousehold } from "@/lib/families/certify-household";
import { getFamilyFile } from "@/lib/families/queries/family-file";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";
import { aFamily } from "./a-family";
import { agent } from "./people";

test("a guardian certifies the file once a school year", async ({ ctx }) => {
  const { householdId, guardian } = await aFamily(ctx);
  expect((await getFamilyFile(guardian, householdId)).certifiedAt).toBeNull();

  await certifyHousehold(guardian, { householdId });
  await certifyHousehold(await guardianOf(ctx, { id: householdId }), { householdId });

  expect(await ctx.db.select().from(certifications)).toMatchObject([
    { householdId, schoolYear: "2026-2027", accountId: guardian.actor.accountId, at: ctx.now },
  ]);
  expect((await getFamilyFile(guardian, householdId)).certifiedAt).toEqual(ctx.now);
  const events = (await ctx.db.select().from(auditEvents)).filter(({ type }) => type === "household.certified");
  expect(events).toHaveLength(1);
  const nextYear = { ...guardian, now: new Date("2027-08-02T08:00:00Z") };
  expect((await getFamilyFile(nextYear, householdId)).certifiedAt).toBeNull();
});

test("nobody gives a family’s word in its place", async ({ ctx }) => {
  const { householdId } = await aFamily(ctx);
  const stranger = await guardianOf(ctx, await aHousehold(ctx));
  await expect(certifyHousehold(stranger, { householdId })).rejects.toMatchObject({ code: "not_found" });
  await expect(certifyHousehold(agent(ctx, "family_officer"), { householdId })).rejects.toMatchObject({
    code: "forbidden",
  });
});
