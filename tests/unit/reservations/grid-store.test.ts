import { describe, expect, test, vi } from "vitest";
import { codeAt, type Spot } from "@/components/reservations/grid-layout";
import { createGrid } from "@/components/reservations/grid-store";
import type { ActionResult } from "@/lib/core/action-result";
import type { CellsInput } from "@/lib/reservations/input";
import type { Cell, GridChange, Refusal } from "@/lib/reservations/rules";
import { aMonth } from "./grid-world";

const matin = (date: string): Cell => ({ childId: "nahel", slotId: 1, date });
const [monday, tuesday, thursday] = [matin("2026-09-07"), matin("2026-09-08"), matin("2026-09-10")];
const at = (day: number): Spot => ({ child: 0, slot: 0, day });

/** A grid whose server answers when the test says so. */
function aGrid() {
  const calls: { kind: string; cells: Cell[]; answer: (result: ActionResult<GridChange>) => void; fail: () => void }[] =
    [];
  const action = (kind: string) => (input: CellsInput) =>
    new Promise<ActionResult<GridChange>>((answer, reject) => {
      calls.push({ kind, cells: input.cells, answer, fail: () => reject(new TypeError("Failed to fetch")) });
    });
  const tell = { cart: vi.fn(), done: vi.fn(), refused: vi.fn() };
  const cart = { count: 0, totalCents: 0, holdExpiresAt: null };
  const actions = { requestAction: action("request"), withdrawAction: action("withdraw") };
  const store = createGrid(aMonth(), cart, actions, tell);
  const codes = () => [5, 6, 8].map((day) => codeAt(store.read().cells, at(day))).join("");
  return { store, calls, tell, codes };
}

const cart = (count: number) => ({ count, totalCents: count * 110, holdExpiresAt: null });
const accepted = (cells: Cell[], code: string, count = cells.length): ActionResult<GridChange> => ({
  ok: true,
  data: { cells: cells.map((cell) => ({ ...cell, code })), cart: cart(count) },
});
const refused = (cells: Cell[]): ActionResult<GridChange> => {
  const refusals: Refusal[] = cells.map((cell) => ({ ...cell, message: "Ce créneau est complet." }));
  return { ok: false, error: { code: "requests_refused", message: "Rien n’a été réservé.", details: { refusals } } };
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("a click in the grid", () => {
  test("shows at once, then shows what the server says", async () => {
    const { store, calls, tell, codes } = aGrid();
    store.act("request", [monday]);
    expect([codes(), store.read().busy]).toEqual(["P..", true]);

    calls[0]?.answer(accepted([monday], "R", 1));
    await settled();
    expect([codes(), store.read().busy]).toEqual(["R..", false]);
    expect(store.read().cart).toEqual(cart(1));
    expect(tell.cart).toHaveBeenCalledWith(cart(1));
    expect(store.read().said).toBe(
      "Réservation enregistrée : Matin, lundi 7 septembre 2026, Nahel. Panier : 1,10\u00a0€.",
    );
  });

  test("waits for the one before, and travels with those that came meanwhile", async () => {
    const { store, calls, codes } = aGrid();
    store.act("request", [monday]);
    store.act("request", [tuesday]);
    store.act("request", [thursday]);
    expect([codes(), calls.length]).toEqual(["PPP", 1]);

    calls[0]?.answer(accepted([monday], "P"));
    await settled();
    expect(calls.map(({ cells }) => cells)).toEqual([[monday], [tuesday, thursday]]);
  });

  test("is undone by a second one before it has left", async () => {
    const { store, calls, codes } = aGrid();
    store.act("request", [monday]);
    store.act("request", [tuesday]);
    store.act("withdraw", [tuesday]);
    expect(codes()).toBe("P..");

    calls[0]?.answer(accepted([monday], "P"));
    await settled();
    expect([calls.length, codes()]).toEqual([1, "P.."]);
  });

  test("is withdrawn by a second one while it is on its way", async () => {
    const { store, calls, codes } = aGrid();
    store.act("request", [monday]);
    store.act("withdraw", [monday]);
    expect(codes()).toBe("...");

    calls[0]?.answer(accepted([monday], "P"));
    await settled();
    expect([calls.map(({ kind }) => kind), codes()]).toEqual([["request", "withdraw"], "..."]);
  });

  test("does nothing where it makes no sense any more", () => {
    const { store, calls } = aGrid();
    store.act("withdraw", [monday]);
    store.act("request", [
      { ...monday, date: "2026-09-09" },
      { ...monday, date: "2027-01-01" },
    ]);
    expect(calls).toEqual([]);
  });

  test("gives back its undo", async () => {
    const { store, calls, tell, codes } = aGrid();
    store.act("request", [monday]);
    calls[0]?.answer(accepted([monday], "P"));
    await settled();
    store.act("withdraw", [monday]);
    calls[1]?.answer(accepted([monday], ".", 0));
    await settled();
    expect(codes()).toBe("...");

    const [, , undo] = tell.done.mock.calls[1] ?? [];
    undo();
    expect([codes(), calls[2]?.kind]).toEqual(["P..", "request"]);
  });

  test("has no undo when it booked something at once: that takes a cancellation", async () => {
    const { store, calls, tell } = aGrid();
    store.act("request", [monday, tuesday]);
    calls[0]?.answer(accepted([monday, tuesday], "R"));
    await settled();
    expect(tell.done).toHaveBeenCalledWith("request", 2, undefined);
  });
});

describe("a refusal", () => {
  test("rolls the whole gesture back and says why, cell by cell", async () => {
    const { store, calls, tell, codes } = aGrid();
    store.act("request", [monday, tuesday]);
    calls[0]?.answer(refused([tuesday]));
    await settled();
    expect([codes(), store.read().busy]).toEqual(["...", false]);
    expect(store.read().refused).toMatchObject({ message: "Rien n’a été réservé.", refusals: [tuesday] });
    expect(tell.refused).toHaveBeenCalledOnce();
    expect(tell.cart).not.toHaveBeenCalled();
  });

  test("does not take along the gestures that travelled with it", async () => {
    const { store, calls, codes } = aGrid();
    store.act("request", [monday]);
    store.act("request", [tuesday]);
    store.act("request", [thursday]);
    calls[0]?.answer(accepted([monday], "P"));
    await settled();
    calls[1]?.answer(refused([tuesday]));
    await settled();
    expect(calls[2]?.cells).toEqual([thursday]);

    calls[2]?.answer(accepted([thursday], "P", 2));
    await settled();
    expect(codes()).toBe("P.P");
  });

  test("cancels a second click that relied on the first", async () => {
    const { store, calls, codes } = aGrid();
    store.act("request", [monday]);
    store.act("withdraw", [monday]);
    calls[0]?.answer(refused([monday]));
    await settled();
    expect([calls.length, codes()]).toEqual([1, "..."]);
  });

  test("is what a lost connection looks like, and the next click works again", async () => {
    const { store, calls, codes } = aGrid();
    store.act("request", [monday]);
    calls[0]?.fail();
    await settled();
    expect(codes()).toBe("...");
    expect(store.read().refused?.message).toMatch(/connexion a été perdue/);

    store.act("request", [monday]);
    expect([calls.length, store.read().refused]).toEqual([2, null]);
  });
});

test("what the day panel learns shows in the month, under what has just been clicked", async () => {
  const { store, calls, codes } = aGrid();
  store.act("request", [monday]);
  store.learn([
    { ...monday, code: "." },
    { ...tuesday, code: "o" },
  ]);
  expect(codes()).toBe("Po.");

  calls[0]?.answer(accepted([monday], "V"));
  await settled();
  expect(codes()).toBe("Vo.");
});

describe("what is done from the day panel", () => {
  const said = () => "Réservation annulée.";
  const aGesture = (code: string) => ({ cells: [monday], code, said });

  test("shows at once as it will be, then as the server says", async () => {
    const { store, tell, codes } = aGrid();
    let answer: (result: ActionResult<GridChange>) => void = () => {};
    const done = store.perform(aGesture("N"), () => new Promise((resolve) => (answer = resolve)));
    expect([codes(), store.read().busy]).toEqual(["N..", true]);

    answer(accepted([monday], "R", 2));
    expect(await done).toMatchObject({ cells: [{ code: "R" }] });
    expect([codes(), store.read().busy, store.read().said]).toEqual(["R..", false, "Réservation annulée."]);
    expect(tell.cart).toHaveBeenCalledWith(cart(2));
  });

  test("comes back with a sentence when it is refused, or the connection is lost", async () => {
    const { store, tell, codes } = aGrid();
    expect(await store.perform(aGesture("N"), async () => refused([monday]))).toBeUndefined();
    expect(codes()).toBe("...");
    expect(tell.refused).toHaveBeenCalledWith(expect.objectContaining({ message: "Rien n’a été réservé." }));

    expect(await store.perform(aGesture("N"), () => Promise.reject(new TypeError("Failed to fetch")))).toBeUndefined();
    expect([codes(), store.read().busy]).toEqual(["...", false]);
  });
});
