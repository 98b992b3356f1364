import type { EnrollmentMode } from "@/db/schema";
import { documentRequirements, documents } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { aChild, aHousehold, anActivity, anOrganization, aSlot, guardianOf } from "../../support/factories";

export const anAgent = (ctx: Context, role: AgentRole = "family_officer"): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "11111111-1111-4111-8111-111111111111", role },
});

/** A family that would enrol its child, in an activity that asks for these papers. */
export async function aWish(ctx: Context, enrollment: EnrollmentMode = "manual", papers: string[] = []) {
  await anOrganization(ctx);
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  const activity = await anActivity(ctx, { enrollment, requiredDocuments: papers });
  await aSlot(ctx, activity);
  const guardian = await guardianOf(ctx, household);
  const wish = {
    householdId: household.id,
    childId: child.id,
    activityId: activity.id,
    period: "annee-2026",
    send: "send" as const,
  };
  return { household, child, activity, guardian, wish };
}

export const anInsuranceIsAsked = ({ db }: Context) =>
  db.insert(documentRequirements).values({
    kind: "insurance",
    label: "Assurance",
    appliesTo: "child",
    validity: { kind: "schoolYear" },
  });

export const sendInsurance = ({ db, now }: Context, householdId: string, personId: string) =>
  db.insert(documents).values({
    householdId,
    personId,
    kind: "insurance",
    fileName: "a.pdf",
    mediaType: "application/pdf",
    sizeBytes: 1,
    sha256: "a",
    storageKey: "a",
    createdAt: now,
  });
