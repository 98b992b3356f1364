import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { buttonAt, buttonsIn } from "./cell-dom";
import { edgeOfLine, isArrow, neighbour } from "./grid-geometry";

type Options = {
  table: RefObject<HTMLTableElement | null>;
  stretch: (from: Element, to: Element) => void;
  clear: () => void;
  onEscape: () => void;
  /** Changes when other buttons come into sight. */
  scene: unknown;
};

/** The month is one stop of the Tab key; arrows, Home and End move inside. Space and Enter are the buttons' own. */
export function useKeyboard({ table, stretch, clear, onEscape, scene }: Options) {
  useEffect(() => {
    if (scene) keepOneStop(table.current);
  }, [table, scene]);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const from = buttonAt(event.target);
    if (key === "Escape") onEscape();
    if (!from || altKey || metaKey) return;
    const cellsOnly = shiftKey && isArrow(key);
    const buttons = buttonsIn(table.current).filter((button) => !cellsOnly || button.className !== "day");
    const to = destination(from, buttons, key, ctrlKey);
    if (!to && !isArrow(key)) return;
    event.preventDefault();
    if (!to) return;
    if (!cellsOnly) clear();
    to.focus();
    if (cellsOnly) stretch(from, to);
  }

  return { onKeyDown, onFocus: (target: Element) => keepOneStop(table.current, target) };
}

function destination(from: HTMLElement, buttons: HTMLElement[], key: string, ctrl: boolean): HTMLElement | undefined {
  if (ctrl) return key === "Home" ? buttons[0] : key === "End" ? buttons.at(-1) : undefined;
  const [here, boxes] = [from.getBoundingClientRect(), buttons.map((button) => button.getBoundingClientRect())];
  if (isArrow(key)) return buttons[neighbour(here, boxes, key)];
  return key === "Home" || key === "End" ? buttons[edgeOfLine(here, boxes, key)] : undefined;
}

/** Only one button of the month is reached with Tab: the last one used, or today's first, or the first one. */
function keepOneStop(table: HTMLTableElement | null, stop?: Element) {
  const buttons = buttonsIn(table);
  const seen = (button?: Element | null) => buttons.find((one) => one === button);
  const before = table?.querySelector('button[tabindex="0"]');
  const today = table?.querySelector("[aria-current] .row button, [aria-current] button");
  const chosen = seen(stop) ?? seen(before) ?? seen(today) ?? buttons[0];
  for (const button of table?.querySelectorAll<HTMLButtonElement>("td button") ?? []) {
    const tabIndex = button === chosen ? 0 : -1;
    if (button.tabIndex !== tabIndex || !button.hasAttribute("tabindex")) button.tabIndex = tabIndex;
  }
}
