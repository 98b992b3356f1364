import type { ApprovalMode } from "@/db/schema";
import { isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { approvedHold } from "./approvals/rules";
import { insertRequests, type NewRequest } from "./insert-requests";
import type { Bookable } from "./judge-candidates";
import { firstState, type GridChange, holdUntil, letterOf } from "./rules";

type How = { isLate?: boolean; reason?: string; note?: string };

/**
 * Writes wishes that were judged bookable, each in its first state, and tells what their cells have become. A late one
 * always waits for an agent and costs its surcharge; what an agent who decides asks for is decided. Plumbing of the
 * commands of this domain, which have authorized.
 */
export const insertWishes = async (
  ctx: Context,
  householdId: string,
  wishes: Bookable[],
  { isLate = false, ...change }: How = {},
): Promise<GridChange["cells"]> => {
  const requests = wishes.map((wish) => requestOf(ctx, wish, isLate));
  await insertRequests(ctx, householdId, requests, change);
  return requests.map(({ status, awaiting }, index) => {
    const { childId = "", slotId = 0, date = "" } = wishes[index] ?? {};
    return { childId, slotId, date, code: letterOf(status, awaiting) };
  });
};

/** What a wish becomes when it is asked for now, by this actor. */
export const requestOf = (ctx: Context, wish: Bookable, isLate = false): NewRequest => {
  const first = firstState(approvalOf(ctx, wish, isLate), wish.billing);
  const { cents, trace } = isLate ? latePrice(wish) : wish.price;
  return {
    ...first,
    childId: wish.childId,
    occurrenceId: wish.occurrence.id,
    holdExpiresAt: first.awaiting === "payment" ? holdOf(ctx, wish) : null,
    priceCents: cents,
    pricing: trace,
    isLate,
  };
};

/** The same wish for a slot without a place left, at the price of the day. */
export const requestToWait = ({ childId, occurrence, price }: Bookable): NewRequest => ({
  childId,
  occurrenceId: occurrence.id,
  status: "waitlisted",
  awaiting: null,
  holdExpiresAt: null,
  priceCents: price.cents,
  pricing: price.trace,
});

function approvalOf({ actor }: Context, { approval }: Bookable, isLate: boolean): ApprovalMode {
  if (actor.kind === "agent" && isAllowed(actor, "requests:review")) return "automatic";
  return isLate ? "manual" : approval;
}

/** A family that is not before its screen has the time that it has after an approval. */
const holdOf = ({ actor, now }: Context, { holdMinutes, occurrence }: Bookable): Date =>
  actor.kind === "agent" ? approvedHold(now, occurrence.beginsAt) : holdUntil(now, holdMinutes, occurrence.closesAt);

/** The price of a request after the deadline. */
export function latePrice({
  price,
  billing,
  lateSurchargeCents,
}: Pick<Bookable, "price" | "billing" | "lateSurchargeCents">) {
  if (billing === "free" || lateSurchargeCents === 0) return price;
  return {
    cents: price.cents + lateSurchargeCents,
    trace: { ...price.trace, surchargeCents: lateSurchargeCents, isLate: true },
  };
}
