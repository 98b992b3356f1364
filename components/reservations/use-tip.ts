import { useId, useMemo, useRef } from "react";

const HOVER_MS = 300;
const GAP = 8;

/** One floating line for the whole month: the price and the deadline of the cell under the pointer or the focus. */
export function useTip() {
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();

  const actions = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let described: Element | undefined;

    function hide() {
      clearTimeout(timer);
      described?.removeAttribute("aria-describedby");
      described = undefined;
      if (ref.current) ref.current.hidden = true;
    }

    function show(target: Element, title: string, text: string) {
      hide();
      const tip = ref.current;
      if (!tip || text === "") return;
      tip.replaceChildren(strong(title), ` ${text}`);
      tip.hidden = false;
      place(tip, target.getBoundingClientRect());
      target.setAttribute("aria-describedby", id);
      described = target;
    }

    /** Waits a little, so that a pointer passing by shows nothing. */
    function showSoon(target: Element, title: string, text: string) {
      const visible = ref.current?.hidden === false;
      hide();
      timer = setTimeout(() => show(target, title, text), visible ? 0 : HOVER_MS);
    }

    return { show, showSoon, hide };
  }, [id]);

  return { ref, id, ...actions };
}

function strong(text: string) {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}

function place(tip: HTMLElement, { left, right, top, bottom }: DOMRect) {
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - GAP;
  const above = top - height - GAP;
  tip.style.left = `${Math.max(GAP, Math.min(room, (left + right - width) / 2))}px`;
  tip.style.top = `${above > GAP ? above : bottom + GAP}px`;
}
