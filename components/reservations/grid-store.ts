import type { ActionResult } from "@/lib/core/action-result";
import type { CellsInput } from "@/lib/reservations/input";
import type { CartSummary, Cell, GridChange, MonthView, Refusal } from "@/lib/reservations/rules";
import { codeAt, spotOf } from "./grid-layout";
import { CONNECTION_LOST, outcomeInWords } from "./grid-messages";

export type Kind = "request" | "withdraw";
type CellsAction = (input: CellsInput) => Promise<ActionResult<GridChange>>;
export type GridActions = { requestAction: CellsAction; withdrawAction: CellsAction };

export type Refused = { message: string; refusals: Refusal[] };
export type GridState = {
  /** What the screen shows: what the server said, under what has just been clicked. */
  cells: string[][];
  cart: CartSummary;
  busy: boolean;
  /** For the polite live region. */
  said: string;
  refused: Refused | null;
};

/** What the grid tells the rest of the page. */
export type Tell = {
  cart: (cart: CartSummary) => void;
  done: (kind: Kind, count: number, undo?: () => void) => void;
  refused: (refused: Refused) => void;
};

export type GridStore = ReturnType<typeof createGrid>;
type Pending = Map<string, { kind: Kind; cell: Cell; gesture: number }>;

/** What a click on a cell does: asks for a free one, gives back one that is only asked for. */
export const kindOf = (code: string): Kind | undefined =>
  code === "." ? "request" : code === "P" || code === "V" ? "withdraw" : undefined;

/** What several cells chosen together may go through: booked ones are cancelled, once what that gives back is known. */
export const choiceOf = (code: string): Kind | "cancel" | undefined => (code === "R" ? "cancel" : kindOf(code));

const MOST_AT_ONCE = 400;
const keyOf = ({ childId, slotId, date }: Cell) => `${childId} ${slotId} ${date}`;

/** The month of a household as it is being changed: clicks show at once, travel one batch at a time, and come back. */
export function createGrid(view: MonthView, cart: CartSummary, actions: GridActions, tell: Tell) {
  let known = view.cells;
  let sent: Pending = new Map();
  const queued: Pending = new Map();
  /** What is being done otherwise than by a click, already shown as it will be. */
  const hoped = new Map<string, Cell & { code: string }>();
  let gestures = 0;
  let state: GridState = { cells: known, cart, busy: false, said: "", refused: null };
  const listeners = new Set<() => void>();

  function publish(change: Partial<GridState> = {}) {
    const clicks = [...sent.values(), ...queued.values()];
    const shown = clicks.map(({ kind, cell }) => ({ ...cell, code: kind === "request" ? "P" : "." }));
    const cells = withCodes(view, known, [...hoped.values(), ...shown]);
    state = { ...state, ...change, cells, busy: clicks.length > 0 || hoped.size > 0 };
    for (const listener of listeners) listener();
  }

  function shownCode(cell: Cell): string {
    const spot = spotOf(view, cell);
    return spot ? codeAt(state.cells, spot) : " ";
  }

  /** Asks for cells, or gives them back, in one gesture; what is already on its way waits its turn. */
  function act(kind: Kind, cells: Cell[]) {
    gestures += 1;
    for (const cell of cells.filter((one) => kindOf(shownCode(one)) === kind)) {
      const key = keyOf(cell);
      if (queued.has(key) && queued.get(key)?.kind !== kind) queued.delete(key);
      else queued.set(key, { kind, cell, gesture: gestures });
    }
    publish({ refused: null });
    if (sent.size === 0) void pump();
  }

  async function pump() {
    for (let [next] = queued.values(); next; [next] = queued.values()) {
      const { kind } = next;
      const batch = [...queued].filter(([, click]) => click.kind === kind).slice(0, MOST_AT_ONCE);
      for (const [key] of batch) queued.delete(key);
      sent = new Map(batch);
      const cells = batch.map(([, { cell }]) => cell);
      const input = { householdId: view.householdId, cells };
      const answer = await (kind === "request" ? actions.requestAction : actions.withdrawAction)(input).catch(
        () => null,
      );
      const asked = sent;
      sent = new Map();
      if (answer?.ok) accept(kind, cells, answer.data);
      else refuse(asked, answer?.error ?? { message: CONNECTION_LOST });
    }
  }

  function accept(kind: Kind, cells: Cell[], change: GridChange) {
    known = withCodes(view, known, change.cells);
    publish({ cart: change.cart, said: outcomeInWords(view, kind, change) });
    tell.cart(change.cart);
    const back: Kind = kind === "request" ? "withdraw" : "request";
    const undoable = change.cells.every(({ code }) => kindOf(code) === back);
    tell.done(kind, cells.length, undoable ? () => act(back, cells) : undefined);
  }

  function refuse(asked: Pending, { message, details }: { message: string; details?: Record<string, unknown> }) {
    const refusals = (details?.refusals ?? []) as Refusal[];
    const guilty = new Set(refusals.map((cell) => asked.get(keyOf(cell))?.gesture));
    for (const [key, click] of asked) {
      // Gestures that were only travelling along are asked again; a second click on a refused one no longer makes sense.
      if (refusals.length > 0 && !guilty.has(click.gesture) && !queued.has(key)) queued.set(key, click);
      else queued.delete(key);
    }
    publish({ refused: { message, refusals } });
    tell.refused({ message, refusals });
  }

  /** Does one thing with some cells, shown at once as `code`; answers what became of them, or nothing when refused. */
  async function perform(
    { cells, code, said }: { cells: Cell[]; code: string; said: (change: GridChange) => string },
    call: (input: CellsInput) => Promise<ActionResult<GridChange>>,
  ): Promise<GridChange | undefined> {
    for (const cell of cells) hoped.set(keyOf(cell), { ...cell, code });
    publish({ refused: null });
    const answer = await call({ householdId: view.householdId, cells }).catch(() => null);
    for (const cell of cells) hoped.delete(keyOf(cell));
    if (!answer?.ok) {
      refuse(new Map(), answer?.error ?? { message: CONNECTION_LOST });
      return undefined;
    }
    known = withCodes(view, known, answer.data.cells);
    publish({ cart: answer.data.cart, said: said(answer.data) });
    tell.cart(answer.data.cart);
    return answer.data;
  }

  return {
    act,
    perform,
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes over what the server said elsewhere: the day panel, the cart of the header. */
    learn(cells: GridChange["cells"]) {
      known = withCodes(view, known, cells);
      publish();
    },
    setCart: (summary: CartSummary) => publish({ cart: summary }),
    say: (said: string) => publish({ said }),
    forgive: () => publish({ refused: null }),
  };
}

function withCodes(view: MonthView, cells: string[][], changes: GridChange["cells"]): string[][] {
  const next = [...cells];
  for (const change of changes) {
    const spot = spotOf(view, change);
    if (!spot || codeAt(next, spot) === change.code) continue;
    const { child, slot, day } = spot;
    next[child] = (next[child] ?? []).map((codes, index) =>
      index === slot ? codes.slice(0, day) + change.code + codes.slice(day + 1) : codes,
    );
  }
  return next;
}
