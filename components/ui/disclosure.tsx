"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

type Props = {
  summary: ReactNode;
  /** What the closed disclosure is called, when its summary is only a picture or a number. */
  label?: string;
  children: ReactNode;
  summaryClassName?: string;
  /** Where the sheet floats, and how wide it is. */
  sheetClassName?: string;
};

/** A floating sheet under its summary: a plain `<details>`, which also closes with Escape or by going elsewhere. */
export function Disclosure({ summary, label, children, summaryClassName = "", sheetClassName = "" }: Props) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      if (target instanceof Node && !details.current?.contains(target)) details.current?.removeAttribute("open");
    };
    const events = ["pointerdown", "focusin"] as const;
    for (const event of events) document.addEventListener(event, closeFromOutside);
    return () => {
      for (const event of events) document.removeEventListener(event, closeFromOutside);
    };
  }, []);

  const closeWithEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };

  return (
    <details ref={details} onKeyDown={closeWithEscape} className="relative">
      <summary className={summaryClassName} aria-label={label}>
        {summary}
      </summary>
      <div
        className={`absolute z-30 rounded-card border border-line-strong bg-paper p-4 text-left text-ink shadow-card ${sheetClassName}`}
      >
        {children}
      </div>
    </details>
  );
}
