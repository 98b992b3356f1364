"use client";

import { useSyncExternalStore } from "react";

const KEY = "portail.menu";
const nothing: readonly string[] = [];
const listeners = new Set<() => void>();
let folded: readonly string[] | undefined;

/** Which parts of the menu this browser keeps folded; the same on every page, and after a reload. */
export function useFolded(): [folded: readonly string[], toggle: (name: string) => void] {
  return [useSyncExternalStore(subscribe, read, () => nothing), toggle];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): readonly string[] {
  folded ??= stored();
  return folded;
}

function toggle(name: string): void {
  const before = read();
  folded = before.includes(name) ? before.filter((one) => one !== name) : [...before, name];
  try {
    localStorage.setItem(KEY, JSON.stringify(folded));
  } catch {
    // A browser that keeps nothing: folded until the next load.
  }
  for (const listener of listeners) listener();
}

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : nothing;
  } catch {
    return nothing;
  }
}
