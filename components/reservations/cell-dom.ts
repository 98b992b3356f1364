import type { MonthView } from "@/lib/reservations/rules";
import { type GridLayout, type Spot, slotIn } from "./grid-layout";

/** A cell as it stands on the screen. */
export type Target = { button: HTMLButtonElement; spot: Spot; code: string };

/** The table has one listener for all its cells: which cell a button is follows from where it stands. */
export function spotOfButton(view: MonthView, { weeks }: GridLayout, button: Element): Spot | undefined {
  const row = button.parentElement;
  const child = Number(row?.dataset.c ?? -1);
  const index = dayOfButton(button);
  const day = weeks.flatMap(({ days }) => days).find((one) => one?.index === index);
  const column = row && day?.columns[[...row.children].indexOf(button) - 1];
  if (child < 0 || !column) return undefined;
  const slot = slotIn(view, column, child, index);
  return slot === undefined ? undefined : { child, slot, day: index };
}

/** The day a button belongs to, by its place in the view. */
export const dayOfButton = (button: Element): number => Number(button.closest("td")?.dataset.d ?? -1);

export const buttonAt = (target: EventTarget | null): HTMLButtonElement | null =>
  target instanceof Element ? target.closest<HTMLButtonElement>("td button") : null;

/** The buttons that can be seen: on a phone, those of one week. */
export const buttonsIn = (table: HTMLElement | null): HTMLButtonElement[] =>
  [...(table?.querySelectorAll<HTMLButtonElement>("td button") ?? [])].filter((button) => button.offsetParent !== null);
