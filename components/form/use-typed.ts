"use client";

import { useEffect, useRef, useState } from "react";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is typed and shown: no password, no file, nothing hidden. */
const isTyped = (field: Element): field is Field =>
  field instanceof HTMLSelectElement ||
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && /^(text|tel|email|date|number|search|checkbox)$/.test(field.type));

const fieldsOf = (form: HTMLFormElement | null): Field[] => [...(form?.elements ?? [])].filter(isTyped);

const isBox = (field: Field): field is HTMLInputElement => field.type === "checkbox";

function restore(field: Field, value: string): void {
  if (isBox(field)) {
    if (field.checked !== (value === "on")) field.click();
    return;
  }
  // Around React's own setter, which would hide from the form that something has changed.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

/**
 * Keeps in this tab what is being typed in a form, under a name of its own, until it has left: a page that is loaded again
 * finds it. Signing out, or closing the tab, forgets it.
 */
export function useTyped(name: string) {
  const form = useRef<HTMLFormElement>(null);
  const key = `saisie:${name}`;
  const [isFound, setFound] = useState(false);

  useEffect(() => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Record<string, string>;
    for (const field of fieldsOf(form.current)) {
      const value = kept[field.name];
      if (value !== undefined) restore(field, value);
    }
    setFound(Object.keys(kept).length > 0);
  }, [key]);

  return {
    form,
    isFound,
    keep() {
      const typed = fieldsOf(form.current).map((field) => [
        field.name,
        isBox(field) ? (field.checked ? "on" : "") : field.value,
      ]);
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
    },
    forget: () => sessionStorage.removeItem(key),
  };
}
