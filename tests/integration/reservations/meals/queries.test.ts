import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { healthRecords, persons, reservations, slots } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { saveHealthSection } from "@/lib/families/health/save-health-section";
import { listMeals } from "@/lib/reservations/meals/queries";
import { kitchensOf } from "@/lib/reservations/meals/rules";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../../support/database";
import { aChild, aFamilyAndAnEvening, enroll } from "../../../support/factories";

const friday = "2026-09-18";
const day = { from: friday, to: friday };
const agent = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

/** Three children at the canteen: one in nursery school, one with a diet and a PAI, one of no known class. */
async function aLunch(ctx: Context) {
  const family = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed", kind: "lunch" } });
  const { household, guardian, child, activity, slot } = family;
  await ctx.db.update(slots).set({ servesMeal: true });
  await ctx.db.update(persons).set({ gradeLevel: "CP" }).where(eq(persons.id, child.id));
  const little = await aChild(ctx, household, { firstName: "Lisa", gradeLevel: "MS", birthDate: "2021-05-02" });
  const unknown = await aChild(ctx, household, { firstName: "Sohan", gradeLevel: null, birthDate: "2020-09-19" });
  for (const one of [little, unknown]) await enroll(ctx, one, activity);
  await saveHealthSection(guardian, { section: "diet", childId: child.id, diet: "no_pork" });
  await saveHealthSection(guardian, {
    section: "carePlan",
    childId: child.id,
    exists: "yes",
    reviewOn: "2027-01-04",
    kitLocation: "",
  });
  const cells = [child, little, unknown].map(({ id }) => ({ childId: id, slotId: slot.id, date: friday }));
  await requestSlots(guardian, { householdId: household.id, cells });
  return { ...family, little };
}

test("counts the plates of a kitchen by age and diet, and those that are only asked for apart", async ({ ctx }) => {
  const { little } = await aLunch(ctx);
  await ctx.db
    .update(reservations)
    .set({ status: "requested", awaiting: "approval" })
    .where(eq(reservations.childId, little.id));

  const kitchens = kitchensOf(await listMeals(agent(ctx, "animator"), day));

  expect(kitchens).toMatchObject([
    {
      name: "Jules-Ferry",
      lines: [
        { group: "Maternelle", meals: 1, requested: 1, carePlans: 0, byDiet: { none: 1, no_pork: 0 } },
        { group: "Élémentaire", meals: 1, requested: 0, carePlans: 1, byDiet: { none: 0, no_pork: 1 } },
      ],
      total: { meals: 2, requested: 1, carePlans: 1, allergies: 0, byDiet: { none: 1, no_pork: 1 } },
    },
  ]);
});

test("serves nobody who is absent or cancelled, nor where there is no meal, nor in another kitchen", async ({
  ctx,
}) => {
  const { child, little, activity } = await aLunch(ctx);
  await ctx.db.update(reservations).set({ status: "absent_excused" }).where(eq(reservations.childId, child.id));
  await ctx.db.update(reservations).set({ status: "cancelled" }).where(eq(reservations.childId, little.id));
  expect(await listMeals(ctx, { ...day, facilityId: activity.facilityId })).toMatchObject([{ meals: 1, diet: "none" }]);

  expect(await listMeals(ctx, { ...day, facilityId: activity.id })).toEqual([]);
  await ctx.db.update(slots).set({ servesMeal: false });
  expect(await listMeals(ctx, day)).toEqual([]);
});

test("keeps the diet beside the sealed record, and no allergy by its name", async ({ ctx }) => {
  const { child } = await aLunch(ctx);
  const [record] = await ctx.db.select().from(healthRecords).where(eq(healthRecords.childId, child.id));
  expect(record).toMatchObject({ diet: "no_pork", hasCarePlan: true, hasAllergies: false });
});

test("is for those who staff the day", async ({ ctx }) => {
  const { guardian } = await aLunch(ctx);
  for (const who of [guardian, agent(ctx, "revenue_officer")]) {
    await expect(listMeals(who, day)).rejects.toMatchObject({ code: "forbidden" });
  }
});
