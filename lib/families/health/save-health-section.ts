import { eq } from "drizzle-orm";
import { healthRecords, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { seal, unseal } from "@/lib/core/secrets";
import { authorizeChild } from "../authorize-child";
import type { HealthSectionInput } from "./input";
import { type HealthRecord, outlineOf, type VaccineAnswer } from "./rules";

/** Writes one section of a child's record, and leaves the others as they stand. */
export async function saveHealthSection(ctx: Context, input: HealthSectionInput): Promise<void> {
  const { childId, section } = input;
  const { householdId } = await authorizeChild(ctx, "health:write", childId);

  await inTransaction(ctx, async (ctx) => {
    // The child is locked rather than the record, which may not be there yet.
    await ctx.db.select({ id: persons.id }).from(persons).where(eq(persons.id, childId)).for("no key update");
    const record: HealthRecord = { ...(await readSealed(ctx, childId)), ...sectionOf(input) };
    const written = {
      sealed: seal(JSON.stringify(record), childId),
      ...outlineOf(record),
      updatedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      updatedAt: ctx.now,
    };
    await ctx.db
      .insert(healthRecords)
      .values({ childId, ...written })
      .onConflictDoUpdate({ target: healthRecords.childId, set: written });
    await recordEvent(ctx, { type: "health-record.updated", subjectId: childId, householdId, data: { section } });
  });
}

async function readSealed({ db }: Context, childId: string): Promise<HealthRecord> {
  const [row] = await db
    .select({ sealed: healthRecords.sealed })
    .from(healthRecords)
    .where(eq(healthRecords.childId, childId));
  return row ? (JSON.parse(unseal(row.sealed, childId)) as HealthRecord) : {};
}

function sectionOf(input: HealthSectionInput): HealthRecord {
  const { childId: _, section, ...values } = input;
  return section === "vaccines" ? { vaccines: { answers: answersIn(values) } } : { [section]: values };
}

/** "polio" and "polioOn", as the form sends them, are one answer. */
function answersIn(values: Record<string, string | undefined>): Record<string, VaccineAnswer> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([vaccine, state]) => {
      if (vaccine.endsWith("On") || !state) return [];
      const lastDoseOn = values[`${vaccine}On`];
      return [[vaccine, { state, ...(lastDoseOn && { lastDoseOn }) } as VaccineAnswer]];
    }),
  );
}
