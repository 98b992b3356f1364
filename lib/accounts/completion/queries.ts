import { authorize, isAllowed } from "@/lib/core/authorize";
import { ageOn, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { isToSend } from "@/lib/documents/rules";
import { listConsents } from "@/lib/families/consents/queries";
import { getHealthRecord } from "@/lib/families/health/queries";
import { missingSections } from "@/lib/families/health/rules";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { type FamilyMember, getFamilyFile } from "@/lib/families/queries/family-file";
import { completionOf } from "./rules";

const SCHOOL_YEARS = 3;

/** What the file of a household still lacks, computed from the file itself: left and resumed as one likes. */
export async function getCompletion(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const [{ members }, { asked }] = await Promise.all([
    getFamilyFile(ctx, householdId),
    getHouseholdDocuments(ctx, householdId),
  ]);
  const children = await Promise.all(
    members.filter(({ role }) => role === "child").map((child) => outlineOf(ctx, householdId, child)),
  );
  return completionOf({
    guardians: members
      .filter(({ role }) => role === "guardian")
      .map((adult) => ({ ...named(adult), hasPhone: hasPhone(adult) })),
    children,
    documents: asked
      .filter(({ state }) => isToSend(state))
      .map(({ requirement, member }) => (member ? `${requirement.label} (${member.firstName})` : requirement.label)),
  });
}

const named = ({ personId, firstName }: FamilyMember) => ({ personId, firstName });

const phones = ["person.phone", "person.homePhone", "person.workPhone"] as const;
const hasPhone = ({ values }: FamilyMember) => phones.some((field) => Boolean(values[field]));

async function outlineOf(ctx: Context, householdId: string, child: FamilyMember) {
  const { personId, values } = child;
  const mayReadHealth = isAllowed(ctx.actor, "health:read", { householdId });
  const [health, consents, pickup] = await Promise.all([
    mayReadHealth ? getHealthRecord(ctx, personId) : undefined,
    listConsents(ctx, personId),
    listPickupPersons(ctx, personId),
  ]);
  const birthDate = values["person.birthDate"];
  return {
    ...named(child),
    isAtSchool: Boolean(birthDate) && ageOn(birthDate ?? "", dateOf(ctx.now)) >= SCHOOL_YEARS,
    school: values["person.school"] ?? null,
    gradeLevel: values["person.gradeLevel"] ?? null,
    healthSections: health && missingSections(health.record).length,
    // An answer to an earlier wording is none to this one.
    consents: consents.filter(({ version, answers }) => answers[0]?.version !== version).length,
    hasPickup: pickup.some(({ kind }) => kind === "allowed"),
  };
}
