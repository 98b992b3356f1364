import { expect } from "vitest";
import { consentTexts, documentRequirements } from "@/db/schema";
import { getCompletion } from "@/lib/accounts/completion/queries";
import type { CompletionStep } from "@/lib/accounts/completion/rules";
import { test } from "../../../support/database";
import { aChild, aHousehold, guardianOf } from "../../../support/factories";
import { asVisitor } from "../../auth/people";

const missingIn = (steps: CompletionStep[]) =>
  steps.filter(({ missing }) => missing.length > 0).map(({ name, missing }) => [name, missing.length]);

test("lists what the file lacks, from the file itself", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  await aChild(ctx, household, { school: "Jules-Ferry", gradeLevel: "CP" });
  await aChild(ctx, household, { firstName: "Lisa", birthDate: "2024-11-02" });
  const guardian = await guardianOf(ctx, household);
  await ctx.db
    .insert(consentTexts)
    .values({ kind: "bathing", version: 1, text: "J’autorise la baignade.", createdAt: ctx.now })
    .onConflictDoNothing();
  await ctx.db
    .insert(documentRequirements)
    .values({ kind: "insurance", label: "Assurance", appliesTo: "child", validity: { kind: "schoolYear" } })
    .onConflictDoNothing();

  expect(missingIn(await getCompletion(guardian, household.id))).toEqual([
    ["contact", 1],
    ["health", 2],
    ["consents", 2],
    ["pickup", 2],
    ["documents", 2],
  ]);
});

test("is for the family, and says nothing of health to who may not read it", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  await aChild(ctx, household);
  const guardian = await guardianOf(ctx, household);
  const stranger = await guardianOf(ctx, await aHousehold(ctx));
  const { accountId } = guardian.actor;
  const observer = { kind: "observer", accountId, role: "family_officer", householdId: household.id } as const;

  await expect(getCompletion(stranger, household.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getCompletion(asVisitor(ctx), household.id)).rejects.toMatchObject({ code: "unauthenticated" });
  const seen = missingIn(await getCompletion({ ...ctx, actor: observer }, household.id));
  expect(seen.map(([name]) => name)).not.toContain("health");
});
