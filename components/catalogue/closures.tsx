"use client";

import { TextField } from "@/components/form/text-field";
import { addClosureAction, removeClosureAction } from "@/lib/catalogue/facilities/actions";
import type { Closure } from "@/lib/catalogue/facilities/queries";
import { dayInWords } from "@/lib/core/format-date";
import { EditorForm } from "./editor-form";
import { OneButton } from "./one-button";
import { Opening } from "./opening";

/** The days on which the structure is closed: no service opens on them. */
export function Closures({ facilityId, closures }: { facilityId: string; closures: Closure[] }) {
  return (
    <div className="grid gap-3">
      {closures.length === 0 && <p className="text-ink-2">Aucune fermeture prévue.</p>}
      <ul className="grid gap-2">
        {closures.map(({ id, label, firstDay, lastDay }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-control border border-line p-3"
          >
            <span>
              <span className="font-semibold">{label}</span>{" "}
              <span className="text-ink-2">
                {firstDay === lastDay ? dayInWords(firstDay) : `du ${dayInWords(firstDay)} au ${dayInWords(lastDay)}`}
              </span>
            </span>
            <OneButton action={removeClosureAction} fields={{ closureId: id }} done="La fermeture est retirée.">
              Retirer {label}
            </OneButton>
          </li>
        ))}
      </ul>
      <Opening button summary="Ajouter une fermeture">
        <EditorForm
          action={addClosureAction}
          hidden={{ facilityId }}
          submit="Fermer ces jours"
          done="La fermeture est enregistrée."
          again
        >
          {(field) => (
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField label="Motif" maxLength={80} {...field("label")} />
              <TextField label="Premier jour" type="date" {...field("firstDay")} />
              <TextField label="Dernier jour" type="date" {...field("lastDay")} />
            </div>
          )}
        </EditorForm>
      </Opening>
    </div>
  );
}
