"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useRef, useState } from "react";
import { inputClass } from "@/components/form/text-field";
import { Dialog } from "@/components/ui/dialog";
import { plainText } from "@/lib/core/text";
import { adminPlaces, isAdminPlace } from "./admin-places";
import type { PaletteProps } from "./command-palette";
import { type Found, useFound } from "./use-found";

/** One field and what it finds: arrows choose, Enter goes (the combobox pattern of WAI-ARIA). */
export default function PaletteDialog({ places, searchPath, onClose }: PaletteProps & { onClose: () => void }) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const families = useFound(searchPath, text);
  const results = [...placesNamed(places, text), ...families];
  const at = Math.min(chosen, results.length - 1);

  const go = (result: Found | undefined) => {
    if (!result) return;
    onClose();
    router.push(result.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(results[at]);
    else if (step && results.length > 0) setChosen((at + step + results.length) % results.length);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog open onClose={onClose} title="Aller à…" initialFocus={field}>
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-label={searchPath ? "Famille, enfant, facture ou page" : "Page"}
        aria-expanded={results.length > 0}
        aria-controls="palette"
        aria-activedescendant={results[at] && `palette-${at}`}
        autoComplete="off"
        maxLength={100}
        placeholder={searchPath ? "Famille, enfant, téléphone, e-mail, facture, reçu…" : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className={`mt-1 ${inputClass}`}
      />
      <div id="palette" role="listbox" aria-label="Résultats" className="mt-3 min-h-64 max-sm:min-h-40">
        {results.map(({ title, detail, href }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys
          <div
            key={`${href} ${title}`}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => go({ title, detail, href })}
            className="flex cursor-pointer items-baseline gap-3 rounded-control px-3 py-2 hover:bg-sunk aria-selected:bg-primary-soft"
          >
            <span className="shrink-0 font-semibold">{title}</span>
            <span className="truncate text-sm text-ink-2">{detail}</span>
          </div>
        ))}
        {results.length === 0 && <p className="px-3 py-2 text-ink-2">Rien ne correspond.</p>}
      </div>
    </Dialog>
  );
}

function placesNamed(places: string[], text: string): Found[] {
  const wanted = plainText(text);
  return places
    .filter(isAdminPlace)
    .map((place) => adminPlaces[place])
    .filter(({ label }) => plainText(label).includes(wanted))
    .map(({ label, href }) => ({ title: label, detail: "Page", href }));
}
