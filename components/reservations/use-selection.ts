import { type PointerEvent as ReactPointerEvent, type RefObject, useRef } from "react";
import { buttonAt, buttonsIn, type Target } from "./cell-dom";
import { type Box, boxesBetween } from "./grid-geometry";
import { choiceOf } from "./grid-store";

type Options = {
  table: RefObject<HTMLTableElement | null>;
  targetOf: (button: Element) => Target | undefined;
  act: (targets: Target[]) => void;
  /** Hears of each change of the choice; `near` is the cell it has just reached. */
  onChoice: (targets: Target[], near?: Element) => void;
};

/**
 * Several cells in one gesture, by dragging or with Shift and the arrows. Chosen cells are marked in the document rather
 * than in React's state, so that a drag does not draw the month again at every move. A finger scrolls the page.
 */
export function useSelection({ table, targetOf, act, onChoice }: Options) {
  const chosen = useRef<Target[]>([]);
  const anchor = useRef<Target>(undefined);
  const dragged = useRef(false);

  function choose(targets: Target[], near?: Element) {
    if (targets.length === 0 && chosen.current.length === 0) return;
    for (const { button } of chosen.current) button.removeAttribute("data-chosen");
    for (const { button } of targets) button.setAttribute("data-chosen", "");
    chosen.current = targets;
    onChoice(targets, near);
  }

  function clear() {
    anchor.current = undefined;
    choose([]);
  }

  /** Cells between the first one and here, as far as the same thing can be done with them. */
  function reach(first: Target, to: Box, near?: Element) {
    const kind = choiceOf(first.code) ?? "request";
    const alike = buttonsIn(table.current).flatMap((button) => {
      const target = targetOf(button);
      return target && choiceOf(target.code) === kind ? [target] : [];
    });
    const boxes = alike.map(({ button }) => button.getBoundingClientRect());
    const inside = new Set(boxesBetween(first.button.getBoundingClientRect(), to, boxes));
    choose(
      alike.filter((_, index) => inside.has(index)),
      near,
    );
  }

  function perform() {
    const targets = chosen.current;
    clear();
    act(targets);
  }

  function onPointerDown({ target, pointerType, button }: ReactPointerEvent) {
    dragged.current = false;
    const pressed = buttonAt(target);
    const first = pressed ? targetOf(pressed) : undefined;
    clear();
    if (pointerType === "touch" || button !== 0 || !first || !choiceOf(first.code)) return;

    const listening = new AbortController();
    const { signal } = listening;
    // The click that ends a drag is not a click on the cell below.
    const settle = () => setTimeout(() => (dragged.current = false));
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      const over = buttonAt(document.elementFromPoint(x, y));
      if (!dragged.current && (over === null || over === first.button)) return;
      dragged.current = true;
      reach(first, { left: x, right: x, top: y, bottom: y }, over ?? undefined);
    };
    const release = () => {
      listening.abort();
      settle();
      if (dragged.current) perform();
    };
    const giveUp = () => {
      listening.abort();
      clear();
      window.addEventListener("pointerup", settle, { once: true });
    };
    window.addEventListener("pointermove", move, { signal });
    window.addEventListener("pointerup", release, { signal });
    window.addEventListener("pointercancel", giveUp, { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && giveUp(), { signal });
  }

  return {
    onPointerDown,
    clear,
    perform,
    /** Shift and an arrow, from one cell to the next; gives back what is chosen by now. */
    stretch(from: Element, to: Element): Target[] {
      anchor.current ??= targetOf(from);
      if (anchor.current) reach(anchor.current, to.getBoundingClientRect(), to);
      return chosen.current;
    },
    pending: () => chosen.current.length > 0,
    justDragged: () => dragged.current,
  };
}
