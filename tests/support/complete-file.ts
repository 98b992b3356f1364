import { and, eq } from "drizzle-orm";
import { connect } from "@/db/client";
import { accounts, consentTexts, householdMembers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { answerConsent } from "@/lib/families/consents/answer-consent";
import type { HealthSectionInput } from "@/lib/families/health/input";
import { saveHealthSection } from "@/lib/families/health/save-health-section";

/** Answers, for the guardian of an address, what the journeys of health, consents and documents walk through by hand. */
export async function completeFile(databaseUrl: string, email: string): Promise<void> {
  const { client, db } = connect(databaseUrl, { max: 1 });
  const [account] = await db.select().from(accounts).where(eq(accounts.email, email));
  const personId = account?.personId ?? "";
  const [membership] = await db.select().from(householdMembers).where(eq(householdMembers.personId, personId));
  const householdId = membership?.householdId ?? "";
  const children = await db
    .select({ id: householdMembers.personId })
    .from(householdMembers)
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "child")));
  const actor = { kind: "guardian", accountId: account?.id ?? "", personId, householdIds: [householdId] } as const;
  const ctx: Context = { actor, db, now: new Date() };

  const texts = await db.select({ kind: consentTexts.kind, version: consentTexts.version }).from(consentTexts);
  for (const { id: childId } of children) {
    for (const section of sectionsOf(childId)) await saveHealthSection(ctx, section);
    for (const text of texts) await answerConsent(ctx, { ...text, childId, value: "refused" });
  }
  await client`update document_requirements set is_active = false`;
  await client.end();
}

const sectionsOf = (childId: string): HealthSectionInput[] => [
  { section: "vaccines", childId },
  { section: "allergies", childId, food: "", medicine: "", other: "", conduct: "" },
  { section: "carePlan", childId, exists: "no", reviewOn: "", kitLocation: "" },
  { section: "treatment", childId, exists: "no", medicines: "", instructions: "" },
  { section: "diet", childId, diet: "none" },
  { section: "doctor", childId, name: "Dr Lambert", phone: "" },
];
