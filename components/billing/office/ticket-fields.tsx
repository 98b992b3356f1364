"use client";

import { useState } from "react";
import { inputClass } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { formatEuros, parseEuros } from "@/lib/core/money";

const FIRST_ROWS = 3;

/** One row per title: its number and its value. The total is what they are worth together: no change is given. */
export function TicketFields({ error }: { error?: string }) {
  const [values, setValues] = useState<readonly string[]>(Array.from({ length: FIRST_ROWS }, () => ""));
  const total = values.reduce((sum, value) => sum + (parseEuros(value) ?? 0), 0);
  const write = (index: number, value: string) =>
    setValues((known) => known.map((one, at) => (at === index ? value : one)));

  return (
    <fieldset id="tickets" tabIndex={-1} aria-invalid={error ? true : undefined} className="grid gap-2">
      <legend className="mb-1.5 font-semibold">Titres</legend>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end.
        <div key={index} className="grid grid-cols-[1fr_8rem] gap-3">
          <input
            name={`titre:${index}:numero`}
            aria-label={`Numéro du titre ${index + 1}`}
            placeholder="Numéro"
            autoComplete="off"
            className={inputClass}
          />
          <input
            name={`titre:${index}:valeur`}
            aria-label={`Valeur du titre ${index + 1}, en euros`}
            placeholder="Valeur"
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={({ target }) => write(index, target.value)}
            className={inputClass}
          />
        </div>
      ))}
      <p className="flex flex-wrap items-center justify-between gap-3">
        <Button size="small" onClick={() => setValues((known) => [...known, ""])}>
          Ajouter un titre
        </Button>
        <span>
          Total des titres : <strong className="tabular-nums">{formatEuros(total)}</strong>
        </span>
      </p>
      <p className="text-sm text-ink-2">
        La monnaie n’est pas rendue. Les titres ne règlent que l’accueil des enfants : ce qui dépasse reste en crédit.
      </p>
      {error && <p className="text-sm font-semibold text-cancel">{error}</p>}
    </fieldset>
  );
}
