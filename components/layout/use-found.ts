"use client";

import { useEffect, useState } from "react";

export type Found = { title: string; detail: string; href: string };

const PAUSE_MS = 120;

/** What the server finds for a text, once it has settled; an answer that comes late never replaces a newer one. */
export function useFound(path: string | undefined, text: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  const wanted = text.trim();

  useEffect(() => {
    if (!path || wanted.length < 2) return setFound([]);
    const cancel = new AbortController();
    const timer = setTimeout(async () => {
      const address = `${path}?${new URLSearchParams({ q: wanted })}`;
      const response = await fetch(address, { signal: cancel.signal }).catch(() => undefined);
      if (response?.ok) setFound((await response.json()) as Found[]);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [path, wanted]);

  return found;
}
