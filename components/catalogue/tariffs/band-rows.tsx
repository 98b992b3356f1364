"use client";

import { Plus, Trash2 } from "lucide-react";
import { inputClass } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import type { Row } from "./draft";

type Props = { title: string; id: string; rows: Row[]; change: (rows: Row[]) => void };

/** One line per band: where it begins and what it costs; where it ends is where the next one begins. */
export function BandRows({ title, id, rows, change }: Props) {
  const set = (key: number, changes: Partial<Row>) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const add = () => change([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, min: "", price: "" }]);

  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{title}</legend>
      <table className="w-full max-w-120 border-collapse text-left text-sm">
        <thead>
          <tr className="text-ink-2">
            <th scope="col" className="py-1 pr-3 font-semibold">
              Tranche
            </th>
            <th scope="col" className="py-1 pr-3 font-semibold">
              À partir de
            </th>
            <th scope="col" className="py-1 pr-3 font-semibold">
              Prix (€)
            </th>
            <th scope="col">
              <span className="sr-only">Retirer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, min, price }, index) => (
            <tr key={key}>
              <th scope="row" className="pr-3 font-semibold">
                T{index + 1}
              </th>
              <td className="py-1 pr-3">
                <input
                  aria-label={`Quotient à partir duquel commence la tranche ${index + 1}`}
                  id={`${id}-min-${key}`}
                  inputMode="numeric"
                  value={min}
                  onChange={(event) => set(key, { min: event.target.value })}
                  className={inputClass}
                />
              </td>
              <td className="py-1 pr-3">
                <input
                  aria-label={`Prix de la tranche ${index + 1}`}
                  id={`${id}-prix-${key}`}
                  inputMode="decimal"
                  value={price}
                  onChange={(event) => set(key, { price: event.target.value })}
                  className={inputClass}
                />
              </td>
              <td>
                <Button
                  variant="ghost"
                  size="small"
                  aria-label={`Retirer la tranche ${index + 1}`}
                  aria-disabled={rows.length === 1}
                  onClick={() => rows.length > 1 && change(rows.filter((row) => row.key !== key))}
                >
                  <Trash2 className="size-4" />
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" onClick={add} className="mt-1">
        <Plus className="size-4" />
        Ajouter une tranche
      </Button>
    </fieldset>
  );
}
