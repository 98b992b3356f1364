import { asc } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, incomeQuotients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { recordQuotientInput } from "@/lib/families/pricing/input";
import { recordQuotient } from "@/lib/families/pricing/record-quotient";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";
import { agent } from "../people";

const typed = (householdId: string, value: string, effectiveFrom: string) =>
  recordQuotientInput.parse({ householdId, value, source: "caf", effectiveFrom });

const quotientsOf = ({ db }: Context) =>
  db
    .select({ value: incomeQuotients.value, from: incomeQuotients.effectiveFrom, to: incomeQuotients.effectiveTo })
    .from(incomeQuotients)
    .orderBy(asc(incomeQuotients.effectiveFrom));

test("a quotient ends the one before it and keeps the days of the next; the family is told without a figure", async ({
  ctx,
}) => {
  const { id } = await aHousehold(ctx);
  await guardianOf(ctx, { id });
  const office = agent(ctx, "family_officer");
  await recordQuotient(office, typed(id, "900", "2026-01-01"));
  await recordQuotient(office, typed(id, "1200", "2027-01-01"));
  await recordQuotient(office, typed(id, "740", "2026-10-01"));

  expect(await quotientsOf(ctx)).toEqual([
    { value: 900, from: "2026-01-01", to: "2026-09-30" },
    { value: 740, from: "2026-10-01", to: "2026-12-31" },
    { value: 1200, from: "2027-01-01", to: null },
  ]);
  const told = await ctx.db.select().from(emails);
  expect(JSON.stringify(told)).not.toMatch(/740|1200/);
  const events = await ctx.db.select({ type: auditEvents.type }).from(auditEvents);
  expect(events).toEqual(Array(3).fill({ type: "quotient.recorded" }));
});

test("corrects the quotient of a day in its place, and tells nothing of the same again", async ({ ctx }) => {
  const { id } = await aHousehold(ctx);
  await guardianOf(ctx, { id });
  const office = agent(ctx, "family_officer");
  await recordQuotient(office, typed(id, "900", "2026-01-01"));
  await recordQuotient(office, typed(id, "900", "2026-01-01"));
  expect(await ctx.db.$count(emails)).toBe(1);

  await recordQuotient({ ...office, now: new Date(ctx.now.getTime() + 60_000) }, typed(id, "910", "2026-01-01"));
  expect(await quotientsOf(ctx)).toEqual([{ value: 910, from: "2026-01-01", to: null }]);
  expect(await ctx.db.$count(emails)).toBe(2);
});

test("two agents at once leave one quotient per day", async ({ committed: ctx }) => {
  const { id } = await aHousehold(ctx);
  const office = agent(ctx, "family_officer");
  await Promise.all(["900", "950"].map((value) => recordQuotient(office, typed(id, value, "2026-01-01"))));
  expect(await ctx.db.$count(incomeQuotients)).toBe(1);
});

test("is for those who write families; an unknown family and what is no number are refused", async ({ ctx }) => {
  const { id } = await aHousehold(ctx);
  const input = typed(id, "900", "2026-01-01");
  await expect(recordQuotient(await guardianOf(ctx, { id }), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordQuotient(agent(ctx, "billing_officer"), input)).rejects.toMatchObject({ code: "forbidden" });
  const unknown = { ...input, householdId: crypto.randomUUID() };
  await expect(recordQuotient(agent(ctx, "admin"), unknown)).rejects.toMatchObject({ code: "not_found" });
  for (const value of ["", "9,5", "-1", "123456"]) expect(() => typed(id, value, "2026-01-01")).toThrow();
});
