"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { FieldFrame, inputClass } from "@/components/form/text-field";
import { useFound } from "@/components/layout/use-found";

export type PickedHousehold = { id: string; name: string };

type Props = {
  name: string;
  picked: PickedHousehold[];
  onChange: (picked: PickedHousehold[]) => void;
  error?: string;
};

const idIn = (href: string): string => href.split("/").at(-1) ?? "";

/** Families found by a name, one after the other. */
export function HouseholdPicker({ name, picked, onChange, error }: Props) {
  const [text, setText] = useState("");
  const found = useFound("/admin/familles/recherche", text).filter(
    ({ href }) => !picked.some(({ id }) => id === idIn(href)),
  );

  return (
    <div className="grid gap-2">
      <FieldFrame id={name} label="Familles" hint="Cherchez par nom d’un parent ou d’un enfant." error={error}>
        <input
          id={name}
          type="search"
          value={text}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error ${name}-hint` : `${name}-hint`}
          onChange={({ target }) => setText(target.value)}
          className={inputClass}
        />
      </FieldFrame>
      {found.length > 0 && (
        <ul aria-label="Familles trouvées" className="rounded-card border border-line-strong bg-paper shadow-card">
          {found.map(({ title, detail, href }) => (
            <li key={href}>
              <button
                type="button"
                className="block w-full px-4 py-2 text-left hover:bg-sunk"
                onClick={() => {
                  onChange([...picked, { id: idIn(href), name: title }]);
                  setText("");
                }}
              >
                <span className="font-semibold">{title}</span> <span className="text-sm text-ink-2">{detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {picked.length > 0 && (
        <ul aria-label="Familles choisies" className="flex flex-wrap gap-2">
          {picked.map(({ id, name: household }) => (
            <li key={id} className="flex items-center rounded-control bg-primary-soft pl-3 text-primary-strong">
              <input type="hidden" name={name} value={id} />
              <span className="font-semibold">{household}</span>
              <button
                type="button"
                aria-label={`Retirer la famille ${household}`}
                onClick={() => onChange(picked.filter((one) => one.id !== id))}
                className="grid size-9 place-items-center rounded-control hover:bg-sunk"
              >
                <X className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
