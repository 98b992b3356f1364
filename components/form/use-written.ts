"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * Keeps in the browser what is being written in a text area, under a name of its own, until it has left: a network that
 * falls, a page closed by mistake or a battery that dies loses nothing.
 */
export function useWritten(name: string, area: RefObject<HTMLTextAreaElement | null>) {
  const key = `brouillon:${name}`;
  const [isFound, setFound] = useState(false);

  useEffect(() => {
    const kept = localStorage.getItem(key);
    if (kept && area.current && area.current.value === "") {
      area.current.value = kept;
      area.current.dispatchEvent(new Event("input", { bubbles: true }));
      setFound(true);
    }
  }, [key, area]);

  const keep = (text: string) => {
    if (text.trim()) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  };
  const forget = () => {
    localStorage.removeItem(key);
    setFound(false);
  };
  return { isFound, keep, forget };
}
