import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { NotedCellsInput } from "../input";
import { askFor } from "../request-slots";
import type { GridChange } from "../rules";

/**
 * Sends requests after the deadline, where the activity takes them: the place is kept while an agent decides, and costs
 * its surcharge (handbook §3.1). All of them or none; refuses with `booking_closed` elsewhere, `books_in_time` while the
 * deadline runs, `service_begun`, and with whatever forbids to book.
 */
export async function requestLateSlots(ctx: Context, { note, ...input }: NotedCellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);
  return askFor(ctx, input, { asking: "late", event: "reservation.requested-late", reason: "too_late", note });
}
