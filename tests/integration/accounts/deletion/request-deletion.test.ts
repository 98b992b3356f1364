import { expect } from "vitest";
import { deletionRequests } from "@/db/schema";
import { getOwnDeletion } from "@/lib/accounts/deletion/queries";
import { requestDeletion, withdrawDeletion } from "@/lib/accounts/deletion/request-deletion";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold } from "../../../support/factories";
import { asVisitor, eventTypes } from "../../auth/people";
import { aFamily, aRequestedDeletion, input } from "./requests";

test("asks once, and takes it back while nobody answered", async ({ ctx }) => {
  const { guardian, household } = await aRequestedDeletion(ctx);
  expect(await codeOf(requestDeletion(guardian, { ...input, householdId: household.id }))).toBe("deletion_asked");
  expect(await getOwnDeletion(guardian)).toMatchObject({ obstacles: [], last: { decidedAt: null } });

  await withdrawDeletion(guardian);
  expect(await ctx.db.select().from(deletionRequests)).toEqual([]);
  expect(await codeOf(withdrawDeletion(guardian))).toBe("already_decided");
  expect(await eventTypes(ctx)).toEqual(expect.arrayContaining(["deletion.requested", "deletion.withdrawn"]));
});

test("takes the password, and a household of one's own", async ({ ctx }) => {
  const { guardian, household } = await aFamily(ctx);
  const wrong = { ...input, currentPassword: "Autre-Mot-2026", householdId: household.id };
  await expect(requestDeletion(guardian, wrong)).rejects.toMatchObject({
    details: { fields: { currentPassword: [expect.any(String)] } },
  });
  const other = await aHousehold(ctx);
  expect(await codeOf(requestDeletion(guardian, { ...input, householdId: other.id }))).toBe("not_found");
  expect(await codeOf(requestDeletion(asVisitor(ctx), { ...input, householdId: other.id }))).toBe("unauthenticated");
  expect(await ctx.db.select().from(deletionRequests)).toEqual([]);
});
