import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, enrollments, facilities, persons } from "@/db/schema";
import { listOffers } from "@/lib/enrollments/queries/offers";
import { submitEnrollment } from "@/lib/enrollments/submit-enrollment";
import { test } from "../../support/database";
import { aChild, aHousehold, anActivity, anAgeGroup, aSlot, guardianOf } from "../../support/factories";
import { anAgent, anInsuranceIsAsked, aWish, sendInsurance } from "./wish";

test("waits for an agent where the activity wants it, with its trace and a message", async ({ ctx }) => {
  const { guardian, wish } = await aWish(ctx);
  await expect(submitEnrollment(guardian, wish)).resolves.toEqual({ status: "submitted" });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([
    { status: "submitted", startsOn: "2026-09-01", endsOn: "2027-08-31", submittedAt: ctx.now, decidedAt: null },
  ]);
  const events = await ctx.db.select().from(auditEvents);
  expect(events.map(({ type }) => type)).toContain("enrollment.submitted");
  expect(await ctx.db.select().from(emails)).toMatchObject([
    { template: "enrollment-decided", payload: { outcome: "received" } },
  ]);
});

test("is approved at once where no agent decides and nothing lacks", async ({ ctx }) => {
  await anInsuranceIsAsked(ctx);
  const { guardian, wish, household, child } = await aWish(ctx, "automatic", ["insurance"]);
  await sendInsurance(ctx, household.id, child.id);
  await expect(submitEnrollment(guardian, wish)).resolves.toEqual({ status: "approved" });
});

test("waits for its papers", async ({ ctx }) => {
  await anInsuranceIsAsked(ctx);
  const { guardian, wish } = await aWish(ctx, "automatic", ["insurance"]);
  await expect(submitEnrollment(guardian, wish)).resolves.toEqual({ status: "incomplete" });
});

test("a draft is kept, told to nobody, and sent later in its place", async ({ ctx }) => {
  const { guardian, wish } = await aWish(ctx);
  await submitEnrollment(guardian, { ...wish, send: "draft" });
  expect(await ctx.db.select().from(emails)).toEqual([]);
  await submitEnrollment(guardian, wish);
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "submitted" }]);
});

test("asked again by who never heard the answer, it is one request; by the other parent, it is asked already", async ({
  ctx,
}) => {
  const { guardian, wish, household } = await aWish(ctx);
  const first = await submitEnrollment(guardian, wish);
  expect(await submitEnrollment(guardian, wish)).toEqual(first);
  expect(await ctx.db.select().from(emails)).toHaveLength(1);

  const parent = { ...guardian, actor: (await guardianOf(ctx, household)).actor };
  for (const other of [
    () => submitEnrollment(parent, wish),
    () => submitEnrollment(guardian, { ...wish, send: "draft" }),
  ])
    await expect(other()).rejects.toMatchObject({ code: "already_asked" });
});

test("refuses another period than those offered, another age", async ({ ctx }) => {
  const { guardian, wish, household, activity } = await aWish(ctx);
  await submitEnrollment(guardian, wish);
  await expect(submitEnrollment(guardian, { ...wish, period: "annee-2031" })).rejects.toMatchObject({
    details: { fields: { period: [expect.any(String)] } },
  });

  const toddlers = await anActivity(ctx);
  await aSlot(ctx, toddlers, { ageGroupId: (await anAgeGroup(ctx, activity, 0, 2)).id });
  await expect(submitEnrollment(guardian, { ...wish, activityId: toddlers.id })).rejects.toMatchObject({
    code: "wrong_age_group",
  });
  const offered = await listOffers(guardian, household.id);
  expect(offered[0]?.offers.map(({ id, periods, asked }) => [id, periods.length, asked[0]?.status])).toEqual([
    [activity.id, 0, "submitted"],
  ]);
});

test("is nobody else's business", async ({ ctx }) => {
  const { guardian, wish } = await aWish(ctx);
  const other = await aHousehold(ctx, { name: "Benali" });
  const theirs = await aChild(ctx, other, { firstName: "Aya" });
  const stranger = await guardianOf(ctx, other);
  await expect(submitEnrollment(stranger, wish)).rejects.toMatchObject({ code: "not_found" });
  await expect(submitEnrollment(guardian, { ...wish, childId: theirs.id })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(listOffers(stranger, wish.householdId)).rejects.toMatchObject({ code: "not_found" });
  const none = await anActivity(ctx, { enrollment: "none" });
  await expect(submitEnrollment(guardian, { ...wish, activityId: none.id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("an agent who enrols decides by it; the auditor does not", async ({ ctx }) => {
  await anInsuranceIsAsked(ctx);
  const { wish } = await aWish(ctx, "manual", ["insurance"]);
  await expect(submitEnrollment(anAgent(ctx, "auditor"), wish)).rejects.toMatchObject({ code: "forbidden" });
  await expect(submitEnrollment(anAgent(ctx), wish)).resolves.toEqual({ status: "approved" });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([
    { decidedBy: "11111111-1111-4111-8111-111111111111" },
  ]);
});

test("two parents, or two clicks, at the same moment ask once", async ({ committed: ctx }) => {
  const { guardian, wish, household } = await aWish(ctx);
  const parent = { ...guardian, actor: (await guardianOf(ctx, household)).actor };
  const outcomes = await Promise.allSettled([guardian, guardian, parent].map((who) => submitEnrollment(who, wish)));
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  expect(await ctx.db.select().from(enrollments)).toHaveLength(1);
  expect(await ctx.db.$count(auditEvents, eq(auditEvents.type, "enrollment.submitted"))).toBe(1);
});

test("what is done at school is asked at one's own, whatever the page shows; nothing of an archived place", async ({
  ctx,
}) => {
  const { guardian, wish, child } = await aWish(ctx);
  const elsewhere = await anActivity(ctx, { enrollment: "manual" });
  await ctx.db.update(facilities).set({ name: "Jean-Moulin" }).where(eq(facilities.id, elsewhere.facilityId));
  await ctx.db.update(persons).set({ school: "Jean-Moulin" }).where(eq(persons.id, child.id));
  await expect(submitEnrollment(guardian, wish)).rejects.toMatchObject({ code: "other_school" });
  await expect(submitEnrollment(anAgent(ctx), wish)).resolves.toEqual({ status: "approved" });

  await ctx.db.update(facilities).set({ archivedAt: ctx.now }).where(eq(facilities.id, elsewhere.facilityId));
  const there = { ...wish, activityId: elsewhere.id };
  await expect(submitEnrollment(guardian, there)).rejects.toMatchObject({ code: "not_found" });
  const offered = await listOffers(guardian, wish.householdId);
  expect(offered[0]?.offers.some(({ id }) => id === elsewhere.id)).toBe(false);
});
