"use client";

import { useEffect, useRef, useState } from "react";
import type { QueueState } from "./use-queue";

const SWITCHED_OFF = "queue-keys-off";

/** One-letter keys act wherever the focus is, except in a field; whom they bother switches them off (RGAA 12.10). */
export function useQueueKeys(queue: QueueState) {
  const place = useRef<HTMLElement>(null);
  const [isOn, setOn] = useState(true);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => setOn(localStorage.getItem(SWITCHED_OFF) === null), []);

  function press({ key, target, ctrlKey, metaKey, altKey, preventDefault }: Pressed) {
    if (!isOn || ctrlKey || metaKey || altKey || isField(target)) return;
    const here = cardOf(document.activeElement);
    const id = here?.dataset.item;
    const chosen = queue.selected.length > 0 ? queue.selected : id ? [id] : [];
    const actions: Record<string, () => void> = {
      j: () => step(place.current, here, 1),
      k: () => step(place.current, here, -1),
      x: () => id && queue.tick(id),
      a: () => chosen.length > 0 && decideAndMove(place.current, here, () => queue.take(chosen, "accept")),
      r: () => openReason(place.current, queue.selected.length > 0 ? null : here),
      "?": () => setOpen(true),
    };
    const act = actions[key];
    if (!act) return;
    preventDefault();
    act();
  }

  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent) =>
      latest.current({
        key: event.key,
        target: event.target,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        preventDefault: () => event.preventDefault(),
      });
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  const switchKeys = (on: boolean) => {
    setOn(on);
    if (on) localStorage.removeItem(SWITCHED_OFF);
    else localStorage.setItem(SWITCHED_OFF, "1");
  };
  return { place, help: { isOn, switchKeys, isOpen, setOpen } };
}

type Pressed = Pick<KeyboardEvent, "key" | "target" | "ctrlKey" | "metaKey" | "altKey" | "preventDefault">;

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches("textarea, select, [contenteditable], [role=dialog] *, input:not([type=checkbox])");

const cardOf = (element: Element | null) => element?.closest<HTMLElement>("article[data-item]") ?? null;

const cardsIn = (place: HTMLElement | null) => [...(place?.querySelectorAll<HTMLElement>("article[data-item]") ?? [])];

function step(place: HTMLElement | null, here: HTMLElement | null, by: 1 | -1) {
  const cards = cardsIn(place);
  const to = here ? cards[cards.indexOf(here) + by] : cards[by === 1 ? 0 : cards.length - 1];
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
}

/** The card goes away with its decision: the focus goes to the next one, so that the queue empties key after key. */
export function decideAndMove(place: HTMLElement | null, here: HTMLElement | null, decide: () => boolean) {
  const cards = cardsIn(place);
  const at = here ? cards.indexOf(here) : 0;
  const isTaken = decide();
  if (isTaken) requestAnimationFrame(() => (cardsIn(place)[at] ?? cardsIn(place).at(-1))?.focus());
}

/** Opens where the reason is written: the card's own place, or the bar's when several are ticked. */
function openReason(place: HTMLElement | null, here: HTMLElement | null) {
  const around = here ?? place?.querySelector("[data-selection]");
  const details = around?.querySelector<HTMLDetailsElement>("details[data-reason]");
  if (!details) return;
  details.open = true;
  details.querySelector("textarea")?.focus();
}
