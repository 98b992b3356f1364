import { and, between, desc, eq, inArray, sql } from "drizzle-orm";
import { absences, auditEvents, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { DeclareAbsenceInput } from "./input";

/**
 * What the same person has already declared of the same days, for whoever never heard the answer: the cells it was about,
 * the absence (null where everything could be cancelled) and until when a proof is waited for. Undefined when they have
 * not, or have withdrawn it. Plumbing of the command, which has authorized.
 */
export const findRepeated = async (ctx: Context, input: DeclareAbsenceInput) => {
  const { db, actor } = ctx;
  const { householdId, childId, from, to, reason } = input;
  if (!("accountId" in actor)) return undefined;

  const [known] = await db
    .select({ absenceId: absences.id, status: absences.status, due: absences.proofDueAt })
    .from(auditEvents)
    .leftJoin(absences, sql`${absences.id}::text = ${auditEvents.data} ->> 'absenceId'`)
    .where(
      and(
        eq(auditEvents.householdId, householdId),
        eq(auditEvents.type, "absence.declared"),
        eq(auditEvents.subjectId, childId),
        eq(auditEvents.accountId, actor.accountId),
        sql`${auditEvents.data} -> 'days' = ${JSON.stringify([from, to])}::jsonb`,
        sql`${auditEvents.data} ->> 'reason' = ${reason}`,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  if (!known || known.status === "withdrawn") return undefined;
  const { absenceId, status, due } = known;
  return { absenceId, due: status === "awaiting_proof" ? due : null, cells: await listMissed(ctx, input) };
};

/** The cells that the child was to be at, and is not. */
const listMissed = ({ db }: Context, { householdId, childId, from, to }: DeclareAbsenceInput) =>
  db
    .selectDistinct({ childId: reservations.childId, slotId: slotOccurrences.slotId, date: slotOccurrences.date })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(
      and(
        eq(reservations.householdId, householdId),
        eq(reservations.childId, childId),
        between(slotOccurrences.date, from, to),
        inArray(reservations.status, ["cancelled", "absent_charged", "absent_excused"]),
      ),
    );
