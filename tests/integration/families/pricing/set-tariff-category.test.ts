import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, households } from "@/db/schema";
import { setTariffCategory } from "@/lib/families/pricing/set-tariff-category";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";
import { agent } from "../people";

test("a family pays by another grid from now on, with its trace, and is told once", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  await guardianOf(ctx, { id: householdId });
  const office = agent(ctx, "family_officer");
  const input = { householdId, tariffCategory: "nonResident" } as const;
  await setTariffCategory(office, input);
  await setTariffCategory(office, input);

  const [household] = await ctx.db.select().from(households).where(eq(households.id, householdId));
  expect(household?.tariffCategory).toBe("nonResident");
  expect(await ctx.db.select({ type: auditEvents.type, data: auditEvents.data }).from(auditEvents)).toEqual([
    { type: "tariff-category.set", data: { from: "resident", to: "nonResident" } },
  ]);
  expect(await ctx.db.$count(emails)).toBe(1);
});

test("is for those who write families, and for families that exist", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const input = { householdId, tariffCategory: "nonResident" } as const;
  const guardian = await guardianOf(ctx, { id: householdId });
  await expect(setTariffCategory(guardian, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(setTariffCategory(agent(ctx, "auditor"), input)).rejects.toMatchObject({ code: "forbidden" });
  const unknown = { ...input, householdId: crypto.randomUUID() };
  await expect(setTariffCategory(agent(ctx, "admin"), unknown)).rejects.toMatchObject({ code: "not_found" });
});
