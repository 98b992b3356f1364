import { eq } from "drizzle-orm";
import { healthRecords, persons } from "@/db/schema";
import { traceReading } from "@/lib/audit/trace-reading";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { unseal } from "@/lib/core/secrets";
import { authorizeChild } from "../authorize-child";
import { admissionOf, type HealthRecord, mandatoryVaccines } from "./rules";

export type HealthView = Awaited<ReturnType<typeof getHealthRecord>>;

/** A child's record, opened; each reading by an agent is traced. */
export async function getHealthRecord(ctx: Context, childId: string) {
  const { householdId } = await authorizeChild(ctx, "health:read", childId);

  const [child] = await ctx.db
    .select({
      firstName: persons.firstName,
      birthDate: persons.birthDate,
      createdAt: persons.createdAt,
      sealed: healthRecords.sealed,
      updatedAt: healthRecords.updatedAt,
    })
    .from(persons)
    .leftJoin(healthRecords, eq(healthRecords.childId, persons.id))
    .where(eq(persons.id, childId));
  if (!child) throw new DomainError("not_found");
  await traceReading(ctx, { type: "health-record.read", subjectId: childId, householdId });

  const { firstName, birthDate, createdAt, sealed, updatedAt } = child;
  const record: HealthRecord = sealed ? JSON.parse(unseal(sealed, childId)) : {};
  const vaccines = birthDate ? mandatoryVaccines(birthDate, dateOf(ctx.now)) : [];
  return {
    childId,
    householdId,
    firstName,
    record,
    vaccines,
    admission: admissionOf(vaccines, record.vaccines?.answers ?? {}, dateOf(createdAt)),
    updatedAt,
  };
}
