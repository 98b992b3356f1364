"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

const PAUSE_MS = 400;

/**
 * Keeps in the browser what is being written in a text area, under a name of its own, until it has left: a network that
 * falls, a page closed by mistake or a battery that dies loses nothing.
 */
export function useWritten(name: string, area: RefObject<HTMLTextAreaElement | null>) {
  const key = `brouillon:${name}`;
  const [isFound, setFound] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const kept = localStorage.getItem(key);
    if (kept && area.current && area.current.value === "") {
      area.current.value = kept;
      area.current.dispatchEvent(new Event("input", { bubbles: true }));
      setFound(true);
    }
    return () => clearTimeout(timer.current);
  }, [key, area]);

  const keep = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (text.trim()) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    }, PAUSE_MS);
  };
  const forget = () => {
    clearTimeout(timer.current);
    localStorage.removeItem(key);
    setFound(false);
  };
  return { isFound, keep, forget };
}
