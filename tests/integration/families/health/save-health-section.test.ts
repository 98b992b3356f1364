import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, healthRecords } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/secrets";
import { healthSectionInput } from "@/lib/families/health/input";
import { getHealthRecord } from "@/lib/families/health/queries";
import { saveHealthSection } from "@/lib/families/health/save-health-section";
import { test } from "../../../support/database";
import { aChild } from "../../../support/factories";
import { aSharedChild, asAgent } from "../shared-child";

const peanuts = (childId: string) =>
  ({ section: "allergies", childId, food: "Arachide", medicine: "", other: "", conduct: "Stylo dans le sac" }) as const;

const sealedOf = async ({ db }: Context, childId: string) =>
  (await db.select().from(healthRecords).where(eq(healthRecords.childId, childId)))[0];

test("is sealed in the database, bound to its child, and outlined without its content", async ({ ctx }) => {
  const { child, mother, mothers } = await aSharedChild(ctx);
  await saveHealthSection(mother, peanuts(child.id));

  const row = await sealedOf(ctx, child.id);
  expect(row).toMatchObject({ hasAllergies: true, hasCarePlan: false, updatedBy: mother.actor.accountId });
  expect(JSON.stringify(row)).not.toContain("Arachide");
  const sealed = row?.sealed ?? "";
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("Arachide");
  expect(unseal(sealed, child.id)).toContain("Arachide");
  const other = await aChild(ctx, mothers);
  expect(() => unseal(sealed, other.id)).toThrow();
  expect(() => unseal(sealed)).toThrow();
});

test("a section leaves the others as they stand, even when both parents save at once", async ({ committed }) => {
  const { child, mother, father } = await aSharedChild(committed);
  const vaccines = { polio: "upToDate", polioOn: "2020-05-04", measles: "missing" };
  await Promise.all([
    saveHealthSection(mother, peanuts(child.id)),
    saveHealthSection(father, { section: "diet", childId: child.id, diet: "no_pork" }),
    saveHealthSection(father, healthSectionInput.parse({ section: "vaccines", childId: child.id, ...vaccines })),
  ]);
  const { record, admission } = await getHealthRecord(father, child.id);
  expect(record).toMatchObject({
    allergies: { food: "Arachide" },
    diet: { diet: "no_pork" },
    vaccines: { answers: { polio: { state: "upToDate", lastDoseOn: "2020-05-04" }, measles: { state: "missing" } } },
  });
  expect(admission).toMatchObject({ complete: false, until: "2026-12-09" });
});

test("nobody writes in another family's record, nor an agent in any", async ({ ctx }) => {
  const { child, stranger } = await aSharedChild(ctx);
  await expect(saveHealthSection(stranger, peanuts(child.id))).rejects.toMatchObject({ code: "not_found" });
  for (const role of ["family_officer", "site_manager", "admin"] as const) {
    await expect(saveHealthSection(asAgent(ctx, role), peanuts(child.id))).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await sealedOf(ctx, child.id)).toBeUndefined();
});

test("is read by the family without a trace, by an agent who may with one, by nobody else", async ({ ctx }) => {
  const { child, mother, stranger, mothers } = await aSharedChild(ctx);
  await saveHealthSection(mother, peanuts(child.id));
  await getHealthRecord(mother, child.id);
  await expect(getHealthRecord(stranger, child.id)).rejects.toMatchObject({ code: "not_found" });

  const may: AgentRole[] = [];
  for (const role of [
    "animator",
    "site_manager",
    "family_officer",
    "billing_officer",
    "revenue_officer",
    "admin",
    "auditor",
  ] as const) {
    const isRead = await getHealthRecord(asAgent(ctx, role), child.id).then(
      () => true,
      () => false,
    );
    if (isRead) may.push(role);
  }
  expect(may).toEqual(["site_manager", "family_officer"]);

  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, child.id));
  expect(events.map(({ type, actorKind }) => [type, actorKind])).toEqual([
    ["health-record.updated", "guardian"],
    ["health-record.read", "agent"],
    ["health-record.read", "agent"],
  ]);
  expect(JSON.stringify(events)).not.toContain("Arachide");
  const observer: Context = {
    ...ctx,
    actor: { kind: "observer", accountId: child.id, role: "family_officer", householdId: mothers.id },
  };
  await expect(getHealthRecord(observer, child.id)).rejects.toMatchObject({ code: "not_found" });
});
