import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { ReasonedCellsInput } from "../input";
import { askFor } from "../request-slots";
import type { GridChange } from "../rules";

/**
 * An agent books past the deadline, for a reason that both guardians read; never past the capacity, the opening of the
 * bookings nor the beginning of the service. All of them or none; nothing is paid beside the price.
 */
export async function bookAnyway(ctx: Context, { note, ...input }: ReasonedCellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:override", input);
  return askFor(ctx, input, { asking: "anyway", event: "reservation.booked-anyway", reason: "booked_anyway", note });
}
