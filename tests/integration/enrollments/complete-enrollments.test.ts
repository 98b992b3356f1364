import { expect } from "vitest";
import { enrollments } from "@/db/schema";
import { askCompletion } from "@/lib/enrollments/ask-completion";
import { completeEnrollments } from "@/lib/enrollments/complete-enrollments";
import { submitEnrollment } from "@/lib/enrollments/submit-enrollment";
import { test } from "../../support/database";
import { anAgent, anInsuranceIsAsked, aWish, sendInsurance } from "./wish";

test.for(["automatic", "manual"] as const)("its papers come: %s goes on by itself", async (mode, { ctx }) => {
  await anInsuranceIsAsked(ctx);
  const { guardian, wish, household, child } = await aWish(ctx, mode, ["insurance"]);
  await submitEnrollment(guardian, wish);
  await completeEnrollments(ctx, { householdId: household.id });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "incomplete" }]);

  await sendInsurance(ctx, household.id, child.id);
  for (let times = 0; times < 2; times++) await completeEnrollments(ctx, { householdId: household.id });
  const status = mode === "manual" ? "submitted" : "approved";
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status }]);
});

test("what an agent sent back waits for the family's own answer", async ({ ctx }) => {
  await anInsuranceIsAsked(ctx);
  const { guardian, wish, household, child } = await aWish(ctx, "manual", ["insurance"]);
  await submitEnrollment(guardian, wish);
  const [{ id = "" } = {}] = await ctx.db.select().from(enrollments);
  await askCompletion(anAgent(ctx), { enrollmentId: id, reason: "Dites-nous s’il sait nager." });
  await sendInsurance(ctx, household.id, child.id);
  await completeEnrollments(ctx, { householdId: household.id });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "incomplete" }]);
  const asked = completeEnrollments(guardian, { householdId: household.id });
  await expect(asked).rejects.toMatchObject({ code: "forbidden" });
});
