import { expect } from "vitest";
import { auditEvents, documentRequirements } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { saveRequirementInput } from "@/lib/documents/requirements/input";
import { listAllRequirements } from "@/lib/documents/requirements/queries";
import { saveRequirement } from "@/lib/documents/requirements/save-requirement";
import { test } from "../../support/database";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "11111111-1111-4111-8111-111111111111", role },
});

const asked = (values: object = {}) =>
  saveRequirementInput.parse({
    label: "Attestation d’aisance aquatique",
    appliesTo: "child",
    validity: "months",
    months: "24",
    remindDaysBefore: "30",
    isHealth: "on",
    ...values,
  });

test("adds a paper under a name of its own, and changes it with its trace", async ({ ctx }) => {
  const { id } = await saveRequirement(as(ctx, "admin"), asked());
  await saveRequirement(as(ctx, "admin"), asked());
  expect(await listAllRequirements(as(ctx, "admin"))).toMatchObject([
    {
      kind: "attestation-d-aisance-aquatique",
      isActive: true,
      isHealth: true,
      validity: { kind: "months", months: 24 },
    },
    { kind: "attestation-d-aisance-aquatique-2" },
  ]);

  await saveRequirement(
    as(ctx, "admin"),
    asked({ id, label: "Test d’aisance", validity: "forever", appliesTo: "adult" }),
  );
  const [changed] = await ctx.db.select().from(documentRequirements).orderBy(documentRequirements.isActive);
  expect(changed).toMatchObject({ label: "Test d’aisance", isActive: false, appliesTo: "child", isHealth: true });
  const events = await ctx.db.select().from(auditEvents);
  expect(events.map(({ type }) => type)).toEqual(Array(3).fill("settings.changed"));
});

test("is for those who hold the settings, and for papers that exist", async ({ ctx }) => {
  await expect(saveRequirement(as(ctx, "family_officer"), asked())).rejects.toMatchObject({ code: "forbidden" });
  await expect(listAllRequirements(as(ctx, "auditor"))).rejects.toMatchObject({ code: "forbidden" });
  const unknown = asked({ id: crypto.randomUUID() });
  await expect(saveRequirement(as(ctx, "admin"), unknown)).rejects.toMatchObject({ code: "not_found" });
});

test.for([
  [{ months: "0" }, "months"],
  [{ validity: "untilDate", untilDate: "" }, "untilDate"],
  [{ remindDaysBefore: "0" }, "remindDaysBefore"],
  [{ label: " " }, "label"],
] as const)("refuses %o beside its field", ([values, field]) => {
  const parsed = saveRequirementInput.safeParse({
    label: "Assurance",
    appliesTo: "child",
    validity: "months",
    months: "12",
    remindDaysBefore: "30",
    ...values,
  });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
