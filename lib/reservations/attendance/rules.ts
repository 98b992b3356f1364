import type { AttendanceState, ReservationStatus } from "@/db/schema";
import { addMinutes, type CivilDate, instantOf } from "@/lib/core/calendar";
import { plainText } from "@/lib/core/text";
import type { ActivityKind } from "../planning/rules";

/** A child who is on the premises, or was. */
export const isThere = (status: ReservationStatus): boolean => status === "attended" || status === "attended_unbooked";

export const isAway = (status: ReservationStatus): boolean =>
  status === "absent_charged" || status === "absent_excused";

/** Booked, and nobody has said yet whether the child came. */
const isExpected = (status: ReservationStatus): boolean => status === "booked" || status === "cancellation_requested";

/** A request that nobody has confirmed, or that is over: the child who comes all the same was not booked. */
export const isUnconfirmed = (status: ReservationStatus): boolean =>
  status === "requested" || status === "waitlisted" || status === "refused" || status === "cancelled";

/**
 * What a pointing makes of a reservation; undefined when it stays as it is. An absence that was excused stays so; so does
 * a cancellation that waits for an agent, who decides it knowing that the child did not come. A child announced away who
 * comes has lost the place when someone else took it: they are there without one.
 */
export function pointedStatus(
  status: ReservationStatus,
  state: "present" | "absent",
  hasRoom: boolean,
): ReservationStatus | undefined {
  if (state === "absent") return status === "booked" || status === "attended" ? "absent_charged" : undefined;
  if (isExpected(status)) return "attended";
  return isAway(status) ? (hasRoom ? "attended" : "attended_unbooked") : undefined;
}

/** Where undoing leads back: what a pointing found; a request that was not confirmed is over. */
export const undoneStatus = (found: ReservationStatus): ReservationStatus =>
  isUnconfirmed(found) ? "cancelled" : found;

/** A pointing as it waits on a tablet; `key` names it, so that one sent twice counts once. */
export type Tap = {
  key: string;
  slotId: number;
  date: string;
  /** When the finger touched. */
  at: string;
  childId: string;
  state: AttendanceState;
  /** Of a departure: when, where it was not at the touch, and who took the child away. */
  leftAt?: string;
  collectedBy?: string;
};

/** A child gone home, as a sheet shows it. */
export type Departure = { at: string; collectedBy: string | null };

/** What a touch says of a departure; null where it says something else. */
export const departureOf = ({ state, at, leftAt = at, collectedBy = "" }: Tap): Departure | null =>
  state === "left" ? { at: leftAt, collectedBy: collectedBy || null } : null;

/** The state that taps make of each child, by name of child; the last one by its time wins, whatever order they are in. */
export function lastTaps(taps: readonly Tap[]): Map<string, Tap> {
  const last = new Map<string, Tap>();
  for (const tap of taps) {
    const known = last.get(tap.childId);
    if (!known || known.at <= tap.at) last.set(tap.childId, tap);
  }
  return last;
}

export type Shown = "expected" | "present" | "left" | "absent" | "unconfirmed";

/** What the list shows of a child: what the server knows, and over it what is still on its way. */
export function shownState(status: ReservationStatus | undefined, tap: Tap | undefined, hasLeft = false): Shown {
  if (tap?.state === "left" || tap?.state === "present") return tap.state;
  if (tap?.state === "absent") return "absent";
  if (tap?.state === "undone") return status && !isUnconfirmed(status) ? "expected" : "unconfirmed";
  if (!status || isUnconfirmed(status)) return "unconfirmed";
  if (isThere(status)) return hasLeft ? "left" : "present";
  return isAway(status) ? "absent" : "expected";
}

type Slot = { kind: ActivityKind; endsAt: string };

const SCHOOL_IS_OVER = "15:00";

/** Whether someone comes for the children at the end; from the canteen, and before class, they go to school. */
export const endsAtTheGate = ({ kind, endsAt }: Slot): boolean =>
  kind !== "lunch" && (kind !== "before_after_school" || endsAt >= SCHOOL_IS_OVER);

type End = { endsAt: string; toleranceMinutes: number };

/** From when a child who is still there is late; the last minute of the tolerance is not. */
export const lateFrom = (date: CivilDate, { endsAt, toleranceMinutes }: End): Date =>
  addMinutes(endOf(date, endsAt), toleranceMinutes);

export const endOf = (date: CivilDate, endsAt: string): Date => instantOf(date, endsAt.slice(0, 5));

/** How many minutes after the end a child left; zero within the tolerance. */
export function minutesLate(leftAt: Date, late: Date, toleranceMinutes: number): number {
  return leftAt > late ? Math.ceil((leftAt.getTime() - late.getTime()) / 60_000) + toleranceMinutes : 0;
}

/** Whether a name that someone gives is one of those: written as people write it at a gate. */
export const isNamed = (said: string, names: readonly string[]): boolean => {
  const plain = plainText(said);
  return plain !== "" && names.some((name) => plainText(name) === plain);
};
