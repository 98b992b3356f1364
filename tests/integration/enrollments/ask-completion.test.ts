import { expect } from "vitest";
import { emails, enrollments } from "@/db/schema";
import { askCompletion } from "@/lib/enrollments/ask-completion";
import { listOffers } from "@/lib/enrollments/queries/offers";
import { submitEnrollment } from "@/lib/enrollments/submit-enrollment";
import { test } from "../../support/database";
import { anAgent, aWish } from "./wish";

test("a request goes back with what is wanted, and comes again", async ({ ctx }) => {
  const { guardian, wish, household } = await aWish(ctx);
  await submitEnrollment(guardian, wish);
  const [{ id = "" } = {}] = await ctx.db.select().from(enrollments);
  await askCompletion(anAgent(ctx), { enrollmentId: id, reason: "La page 2 de l’attestation." });

  const [child] = await listOffers(guardian, household.id);
  expect(child?.offers[0]?.asked).toMatchObject([{ status: "incomplete", reason: "La page 2 de l’attestation." }]);
  expect((await ctx.db.select().from(emails)).map(({ payload }) => payload.outcome)).toContain("incomplete");

  await expect(submitEnrollment(guardian, wish)).resolves.toEqual({ status: "submitted" });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ id, reason: null }]);
  const refused = askCompletion(guardian, { enrollmentId: id, reason: "Moi-même." });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
});
