import { expect } from "vitest";
import { auditEvents, fieldPolicies } from "@/db/schema";
import { listFieldPolicies } from "@/lib/families/queries/field-policies";
import { setFieldPolicies } from "@/lib/families/set-field-policies";
import { test } from "../../support/database";
import { aFamily, save } from "./a-family";
import { agent } from "./people";

test("a field follows the rule that was decided, until it goes back to its default", async ({ ctx }) => {
  const { householdId, adultId, guardian } = await aFamily(ctx);
  const admin = agent(ctx, "admin");
  const edit = { householdId, personId: adultId, section: "contact" } as const;

  await setFieldPolicies(admin, { "person.phone": "moderated", "person.email": "free" });
  expect(await ctx.db.select().from(fieldPolicies)).toEqual([{ field: "person.phone", policy: "moderated" }]);
  expect(await listFieldPolicies(admin)).toContainEqual({
    field: "person.phone",
    label: "Téléphone mobile",
    policy: "moderated",
  });
  expect(await save(guardian, { ...edit, values: { phone: "0701020304" } })).toMatchObject({
    requested: ["person.phone"],
  });

  await setFieldPolicies(admin, { "person.phone": "free" });
  expect(await ctx.db.select().from(fieldPolicies)).toEqual([]);
  expect(await save(guardian, { ...edit, values: { phone: "0701020305" } })).toMatchObject({
    applied: ["person.phone"],
  });
  const events = (await ctx.db.select().from(auditEvents)).filter(({ type }) => type === "settings.changed");
  expect(events).toHaveLength(2);
});

test("is for those who hold the settings", async ({ ctx }) => {
  const { guardian } = await aFamily(ctx);
  const rule = { "person.phone": "locked" } as const;
  await expect(setFieldPolicies(guardian, rule)).rejects.toMatchObject({ code: "forbidden" });
  for (const role of [
    "animator",
    "site_manager",
    "family_officer",
    "billing_officer",
    "revenue_officer",
    "auditor",
  ] as const) {
    await expect(setFieldPolicies(agent(ctx, role), rule)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listFieldPolicies(agent(ctx, role))).rejects.toMatchObject({ code: "forbidden" });
  }
});
