"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The time to read the result. */
const DELAY_MS = 2500;

/** Presses the button inside after a moment, as banks do; without scripts it waits for the payer. */
export function GoByItself({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const timer = setTimeout(() => place.current?.querySelector<HTMLElement>("a, button")?.click(), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);

  return <div ref={place}>{children}</div>;
}
