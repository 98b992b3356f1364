import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { accounts, documentRequirements, documents, householdMembers, households, persons } from "@/db/schema";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { ABSENCE_PROOF } from "./input";
import { askedOf } from "./rules";

const mayReadHealth = (ctx: Context, target?: { householdId: string }) => isAllowed(ctx.actor, "health:read", target);

const notHealth = (ctx: Context, target?: { householdId: string }) =>
  mayReadHealth(ctx, target) ? undefined : eq(documents.isHealth, false);

/** Neither withdrawn nor destroyed, and of a kind that the actor may read. */
const inUse = (ctx: Context, target?: { householdId: string }) =>
  and(isNull(documents.removedAt), isNotNull(documents.storageKey), notHealth(ctx, target));

const sentColumns = {
  id: documents.id,
  kind: documents.kind,
  personId: documents.personId,
  status: documents.status,
  reason: documents.reason,
  note: documents.note,
  replacedAt: documents.replacedAt,
  validUntil: documents.validUntil,
  fileName: documents.fileName,
  mediaType: documents.mediaType,
  sizeBytes: documents.sizeBytes,
  createdAt: documents.createdAt,
};

/** What is asked of a family, with its answers, and everything that it sent, last first. */
export async function getHouseholdDocuments(ctx: Context, householdId: string) {
  authorize(ctx, "documents:read", { householdId });

  const [requirements, members, sent] = await Promise.all([
    listRequirements(ctx),
    ctx.db
      .select({ personId: persons.id, firstName: persons.firstName, role: householdMembers.role })
      .from(householdMembers)
      .innerJoin(persons, eq(persons.id, householdMembers.personId))
      .where(eq(householdMembers.householdId, householdId))
      .orderBy(asc(householdMembers.role), asc(householdMembers.rank), asc(persons.id)),
    ctx.db
      .select(sentColumns)
      .from(documents)
      .where(and(inUse(ctx, { householdId }), eq(documents.householdId, householdId)))
      .orderBy(desc(documents.createdAt), desc(documents.id)),
  ]);
  const visible = requirements.filter(({ isHealth }) => !isHealth || mayReadHealth(ctx, { householdId }));
  return {
    asked: askedOf(visible, members, sent, dateOf(ctx.now)),
    sent: named(sent, requirements, members),
    children: members.filter(({ role }) => role === "child"),
  };
}

async function listRequirements({ db }: Context) {
  return db
    .select({
      kind: documentRequirements.kind,
      label: documentRequirements.label,
      help: documentRequirements.help,
      appliesTo: documentRequirements.appliesTo,
      remindDaysBefore: documentRequirements.remindDaysBefore,
      isHealth: documentRequirements.isHealth,
      blocksBooking: documentRequirements.blocksBooking,
      validity: documentRequirements.validity,
    })
    .from(documentRequirements)
    .where(eq(documentRequirements.isActive, true))
    .orderBy(asc(documentRequirements.appliesTo), asc(documentRequirements.label));
}

const otherLabels: Record<string, string> = {
  photo: "Photo",
  judgment: "Décision de justice",
  [ABSENCE_PROOF]: "Justificatif d’absence",
};

const labelOf = (kind: string, requirements: readonly { kind: string; label: string }[]): string =>
  requirements.find((requirement) => requirement.kind === kind)?.label ?? otherLabels[kind] ?? "Autre document";

function named<Sent extends { kind: string; personId: string | null }>(
  sent: Sent[],
  requirements: readonly { kind: string; label: string }[],
  members: readonly { personId: string; firstName: string }[],
) {
  return sent.map((document) => ({
    ...document,
    label: labelOf(document.kind, requirements),
    about: members.find(({ personId }) => personId === document.personId)?.firstName ?? null,
  }));
}

/** What waits for an agent, first come first; health only for those who may read it. */
export async function listDocumentsToReview(ctx: Context, { limit = 100 } = {}) {
  authorize(ctx, "documents:review");

  const requirements = await listRequirements(ctx);
  const waiting = await ctx.db
    .select({
      ...sentColumns,
      householdId: documents.householdId,
      householdName: households.name,
      isHealth: documents.isHealth,
      firstName: persons.firstName,
      lastName: persons.lastName,
    })
    .from(documents)
    .innerJoin(households, eq(households.id, documents.householdId))
    .leftJoin(persons, eq(persons.id, documents.personId))
    // The proof of an absence is judged with the absence.
    .where(and(inUse(ctx), eq(documents.status, "to_review"), ne(documents.kind, ABSENCE_PROOF)))
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(limit);
  return waiting.map((document) => ({
    ...document,
    label: labelOf(document.kind, requirements),
    validity: requirements.find(({ kind }) => kind === document.kind)?.validity ?? { kind: "forever" as const },
  }));
}

/** Whom to write to about a family's file: its guardians who have an account. */
export async function listGuardianAccounts(ctx: Context, householdIds: string[]) {
  authorize(ctx, "documents:review");

  return ctx.db
    .select({
      householdId: householdMembers.householdId,
      accountId: accounts.id,
      email: accounts.email,
      wantsReminders: sql<boolean>`coalesce((${accounts.notifications}->>'reminders')::boolean, true)`,
    })
    .from(householdMembers)
    .innerJoin(accounts, eq(accounts.personId, householdMembers.personId))
    .where(
      and(
        inArray(householdMembers.householdId, householdIds),
        eq(householdMembers.role, "guardian"),
        isNull(accounts.disabledAt),
      ),
    );
}
