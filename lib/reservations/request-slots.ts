import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { explainRace } from "./explain-race";
import { findCandidates } from "./find-candidates";
import type { CellsInput } from "./input";
import { insertWishes } from "./insert-wishes";
import { assertBookable } from "./judge-candidates";
import { getCartSummary } from "./queries/cart-summary";
import { readCellsNow } from "./queries/cells-now";
import { recordGesture } from "./record-gesture";
import type { Cell, GridChange } from "./rules";
import type { Asking } from "./wishes/rules";

/**
 * Requests several slots for the children of a household: all of them, or none. Refuses with the reason itself when one
 * cell was asked for, with `requests_refused` and `details.refusals` (a sentence per refused cell) when several were. What
 * the household has already requested or booked there stays as it is: whoever never heard the answer asks again.
 */
export async function requestSlots(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);
  return request(ctx, input).catch((error: unknown) => requestTheRest(ctx, input, error));
}

const request = (ctx: Context, input: CellsInput) =>
  askFor(ctx, input, { asking: "in-time", event: "reservation.requested" });

/** Read only when something was refused: a first request costs nothing more. */
async function requestTheRest(ctx: Context, input: CellsInput, error: unknown): Promise<GridChange> {
  if (!(error instanceof DomainError) || !["already_booked", "requests_refused"].includes(error.code)) throw error;
  const { householdId, cells } = input;
  const held = (await readCellsNow(ctx, input)).filter(({ code }) => "RPV".includes(code));
  if (held.length === 0) throw error;

  const rest = cells.filter((cell) => !held.some((one) => isSameCell(one, cell)));
  if (rest.length > 0) await request(ctx, { householdId, cells: rest });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, householdId) };
}

const isSameCell = (one: Cell, other: Cell): boolean =>
  one.childId === other.childId && one.slotId === other.slotId && one.date === other.date;

type How = { asking: Asking; event: string; reason?: string; note?: string };

/** Judges, writes and traces wishes, whenever they come. Plumbing of the commands that ask for places. */
export const askFor = async (
  ctx: Context,
  input: CellsInput,
  { asking, event, ...change }: How,
): Promise<GridChange> => {
  const ask = inTransaction(ctx, async (ctx) => {
    const wishes = assertBookable(await findCandidates(ctx, input, { hold: true }), ctx.now, asking);
    const [, cells] = await Promise.all([
      recordGesture(ctx, event, { ...input, note: change.note }),
      insertWishes(ctx, input.householdId, wishes, { ...change, isLate: asking === "late" }),
    ]);
    return cells;
  });
  const cells = await ask.catch(async (error: unknown) => {
    const code = explainRace(error);
    if (!code) throw error;
    assertBookable(await findCandidates(ctx, input), ctx.now, asking);
    throw new DomainError(code); // who was faster has given the place back since
  });
  return { cells, cart: await getCartSummary(ctx, input.householdId) };
};
