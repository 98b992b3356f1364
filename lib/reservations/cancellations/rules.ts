import type { ReservationStatus } from "@/db/schema";
import { type CivilDate, instantOf } from "@/lib/core/calendar";
import type { ErrorCode } from "@/lib/core/errors";

export type Cancellable = {
  status: ReservationStatus;
  date: CivilDate;
  startsAt: string;
  cancellationClosesAt: Date;
};

export const beginsAt = ({ date, startsAt }: Pick<Cancellable, "date" | "startsAt">): Date =>
  instantOf(date, startsAt.slice(0, 5));

/** Whether a booked place is given up for nothing, only by the structure's leave, or no longer (handbook §3.8). */
export function cancellationOf(place: Cancellable, now: Date): "in_time" | "late" | "over" {
  if (place.status !== "booked" || now >= beginsAt(place)) return "over";
  return now < place.cancellationClosesAt ? "in_time" : "late";
}

/** Why a place cannot be cancelled at once, or undefined when it can. */
export function refusalToCancel(place: Cancellable, now: Date): ErrorCode | undefined {
  const effect = cancellationOf(place, now);
  if (effect === "in_time") return undefined;
  return effect === "late" ? "cancellation_closed" : overCode(place);
}

/** Why the structure cannot be asked to cancel a place, or undefined when it can. */
export function refusalToAsk(place: Cancellable, now: Date): ErrorCode | undefined {
  const effect = cancellationOf(place, now);
  if (effect === "late") return undefined;
  return effect === "in_time" ? "cancels_in_time" : overCode(place);
}

/** Why not even an agent can cancel a place, or undefined when one can: booked, or asked to be cancelled. */
export function refusalToCancelAnyway(place: Cancellable, now: Date): ErrorCode | undefined {
  if (place.status !== "booked" && place.status !== "cancellation_requested") return "cannot_cancel";
  return now >= beginsAt(place) ? "service_begun" : undefined;
}

const overCode = ({ status }: Cancellable): ErrorCode => (status === "booked" ? "service_begun" : "cannot_cancel");

/** What cancelling would give back to the account, and what would no longer be invoiced. */
export type CancellationPreview = { count: number; backCents: number; unbilledCents: number };
