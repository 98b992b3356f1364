import { absencePlaces, absences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { deadlineInWords } from "@/lib/core/format-date";
import { seal } from "@/lib/core/secrets";
import { lockPlacesOf } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { tellOfAssistance } from "../record-gesture";
import { releasePlaces } from "../release-places";
import type { GridChange } from "../rules";
import { findRepeated } from "./find-repeated";
import type { DeclareAbsenceInput } from "./input";
import { assertDays, countedFrom, findMissable, latestProof, type MissedPlace, planAbsence } from "./plan-absence";
import type { AbsenceOutcome } from "./rules";

export type DeclaredAbsence = GridChange & {
  /** Null when everything could simply be cancelled in time. */
  absenceId: string | null;
  /** Until when a proof may be sent, in words. */
  proofUntil: string | null;
};

/**
 * Declares that a child will not come, for all services of some days at once (handbook §3.4): each is cancelled, excused
 * or charged by its activity's policy, and gives its place back. Refuses with `nothing_to_miss`; declared again by who never
 * heard the answer, says what was done.
 */
export async function declareAbsence(ctx: Context, input: DeclareAbsenceInput): Promise<DeclaredAbsence> {
  authorize(ctx, "reservations:write", input);
  assertDays(input, ctx.now);
  const { householdId } = input;

  const { cells, absenceId, creditedCents, due } = await inTransaction(ctx, async (ctx) => {
    const found = await findMissable(ctx, input);
    const places = await lockPlacesOf(
      ctx,
      found.map(({ id }) => id),
    );
    const from = await countedFrom(ctx, input);
    const missed = await planAbsence(ctx, places, from);
    if (missed.length === 0) {
      const isThere = places.some(({ status }) => status === "booked");
      const repeated = isThere ? undefined : await findRepeated(ctx, input);
      if (!repeated) throw new DomainError("nothing_to_miss");
      return { ...repeated, creditedCents: 0 };
    }
    const creditedCents = await giveUp(ctx, missed);
    const absenceId = await writeAbsence(ctx, { ...input, countedFrom: from }, missed);
    const { childId, to, reason } = input;
    await recordEvent(ctx, {
      type: "absence.declared",
      subjectId: childId,
      householdId,
      data: { absenceId, days: [input.from, to], reason },
    });
    await tellOfAssistance(ctx, householdId, input.from);
    const cells = missed.map(({ place: { childId, slotId, date } }) => ({ childId, slotId, date }));
    return { cells, absenceId, creditedCents, due: latestProof(missed) };
  });

  return {
    cells: await readCellsNow(ctx, { householdId, cells }),
    cart: await getCartSummary(ctx, householdId),
    creditedCents,
    absenceId,
    proofUntil: due && deadlineInWords(due),
  };
}

/** Returns what comes back to the account at once. */
async function giveUp(ctx: Context, missed: MissedPlace[]): Promise<number> {
  const those = (...outcomes: AbsenceOutcome[]) =>
    missed.filter(({ outcome }) => outcomes.includes(outcome)).map(({ place }) => place);
  const cancelled = await releasePlaces(ctx, those("cancel"), { status: "cancelled", reason: "in_time" });
  const excused = await releasePlaces(ctx, those("excuse"), { status: "absent_excused", reason: "absence_excused" });
  const charged = those("prove", "charge").map(({ id }) => ({ id }));
  await moveReservations(ctx, charged, { status: "absent_charged", reason: "absence_declared" });
  return cancelled + excused;
}

type Written = DeclareAbsenceInput & { countedFrom: string };

async function writeAbsence(ctx: Context, input: Written, missed: MissedPlace[]): Promise<string | null> {
  const absent = missed.filter(({ outcome }) => outcome !== "cancel").map(({ place }) => place);
  if (absent.length === 0) return null;

  const { householdId, childId, from, to, countedFrom, reason, note } = input;
  const due = latestProof(missed);
  const [absence] = await ctx.db
    .insert(absences)
    .values({
      householdId,
      childId,
      firstDay: from,
      lastDay: to,
      countedFrom,
      reason,
      sealedNote: note ? seal(note, childId) : null,
      status: due ? "awaiting_proof" : "settled",
      proofDueAt: due,
      declaredBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      declaredAt: ctx.now,
    })
    .returning({ id: absences.id });
  if (!absence) throw new Error("no absence was written");
  await ctx.db.insert(absencePlaces).values(absent.map(({ id }) => ({ absenceId: absence.id, reservationId: id })));
  return absence.id;
}
