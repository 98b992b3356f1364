import { expect } from "vitest";
import { enrollments } from "@/db/schema";
import { decideEnrollment } from "@/lib/enrollments/decide-enrollment";
import { submitEnrollment } from "@/lib/enrollments/submit-enrollment";
import { withdrawEnrollment } from "@/lib/enrollments/withdraw-enrollment";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";
import { anAgent, aWish } from "./wish";

test("a family takes its request back, as long as nobody has decided", async ({ ctx }) => {
  const { guardian, wish, household } = await aWish(ctx);
  await submitEnrollment(guardian, wish);
  const [{ id: enrollmentId = "" } = {}] = await ctx.db.select().from(enrollments);
  const other = await aHousehold(ctx, { name: "Benali" });
  const stranger = await guardianOf(ctx, other);
  for (const householdId of [household.id, other.id]) {
    await expect(withdrawEnrollment(stranger, { householdId, enrollmentId })).rejects.toMatchObject({
      code: "not_found",
    });
  }
  await withdrawEnrollment(guardian, { householdId: household.id, enrollmentId });
  expect(await ctx.db.select().from(enrollments)).toEqual([]);

  await submitEnrollment(guardian, wish);
  const [{ id = "" } = {}] = await ctx.db.select().from(enrollments);
  await decideEnrollment(anAgent(ctx), { id, decision: "accept" });
  const late = withdrawEnrollment(guardian, { householdId: household.id, enrollmentId: id });
  await expect(late).rejects.toMatchObject({ code: "already_decided" });
});
