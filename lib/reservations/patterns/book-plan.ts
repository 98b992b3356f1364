import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { explainRace } from "../explain-race";
import { insertRequests, type NewRequest } from "../insert-requests";
import { requestToWait } from "../insert-wishes";
import { tellOfAssistance } from "../record-gesture";
import { type ComposedPlan, composePlan, type PlanScope } from "./compose-plan";
import { describePlan } from "./describe-plan";
import type { BookedPattern } from "./rules";

type Booking = {
  fingerprint: string;
  joinsWaitingList: boolean;
  /** What is asked of the plan, read in the transaction. */
  scopeOf: (ctx: Context) => Promise<PlanScope>;
  /** Writes the pattern and its trace; answers its id. */
  keep: (ctx: Context, plan: ComposedPlan, counts: { requested: number; waiting: number }) => Promise<string>;
};

/**
 * Books what a preview promised in one transaction, or nothing: when a place, a price or a deadline has moved since, refuses
 * with `pattern_changed` and the new preview. The slots are locked last and in their order, so that plans cannot wait for
 * each other in a circle; the household is not locked, because who ends an enrolment, which is, takes it afterwards.
 * Plumbing of the commands of this domain, which have authorized.
 */
export const bookPlan = async (ctx: Context, householdId: string, booking: Booking): Promise<BookedPattern> =>
  inTransaction(ctx, (ctx) => book(ctx, householdId, booking)).catch(async (error: unknown) => {
    if (!explainRace(error)) throw error;
    throw changed(await composePlan(ctx, await booking.scopeOf(ctx)));
  });

async function book(ctx: Context, householdId: string, booking: Booking): Promise<BookedPattern> {
  const { fingerprint, joinsWaitingList, scopeOf, keep } = booking;
  const plan = await composePlan(ctx, { ...(await scopeOf(ctx)), hold: true });
  if (plan.fingerprint !== fingerprint) throw changed(plan);
  const { accepted } = plan;
  const waitable = joinsWaitingList ? plan.waitable : [];
  if (accepted.length + waitable.length === 0) throw new DomainError("pattern_empty");

  const patternId = await keep(ctx, plan, { requested: accepted.length, waiting: waitable.length });
  const requests = [...accepted.map(({ request }) => request), ...waitable.map(requestToWait)];
  await insertRequests(ctx, householdId, inOrder(requests), { patternId });
  await tellOfAssistance(
    ctx,
    householdId,
    [...accepted.map(({ wish }) => wish), ...waitable].map(({ date }) => date).toSorted()[0] ?? "",
  );
  const toPay = requests.filter(({ awaiting }) => awaiting === "payment");
  return {
    patternId,
    count: accepted.length,
    toPay: { count: toPay.length, cents: toPay.reduce((sum, { priceCents }) => sum + priceCents, 0) },
    waiting: waitable.length,
  };
}

const changed = (plan: ComposedPlan) => new DomainError("pattern_changed", { preview: describePlan(plan) });

const inOrder = (requests: NewRequest[]) =>
  requests.toSorted((a, b) => a.occurrenceId - b.occurrenceId || a.childId.localeCompare(b.childId));
