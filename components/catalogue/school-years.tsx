"use client";

import { TextField } from "@/components/form/text-field";
import { removeSchoolYearAction, setSchoolYearAction } from "@/lib/catalogue/facilities/actions";
import { HOLIDAY_ROWS } from "@/lib/catalogue/facilities/input";
import type { FacilityDetail } from "@/lib/catalogue/facilities/queries";
import { numericDate } from "@/lib/core/format-date";
import { EditorForm } from "./editor-form";
import { OneButton } from "./one-button";
import { Opening } from "./opening";

type Props = { facilityId: string; revision: number; years: FacilityDetail["ownSchoolYears"] };

const usual = ["Vacances de la Toussaint", "Vacances de Noël", "Vacances d’hiver", "Vacances de printemps"];

/** School years that the ministry's file does not have: typed here, never guessed. */
export function SchoolYears({ facilityId, revision, years }: Props) {
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {years.map(({ firstDay, lastDay, holidays }) => (
          <li
            key={firstDay}
            className="flex flex-wrap items-center justify-between gap-3 rounded-control border border-line p-3"
          >
            <span>
              <span className="font-semibold">
                Du {numericDate(firstDay)} au {numericDate(lastDay)}
              </span>
              <span className="block text-sm text-ink-2">
                {holidays
                  .map((one) => `${one.label} : ${numericDate(one.firstDayOff)} – ${numericDate(one.lastDayOff)}`)
                  .join(" · ")}
              </span>
            </span>
            <OneButton
              action={removeSchoolYearAction}
              fields={{ facilityId, revision, firstDay }}
              done="L’année est retirée."
            >
              Retirer cette année
            </OneButton>
          </li>
        ))}
      </ul>
      <Opening button summary="Saisir une année scolaire">
        <EditorForm
          action={setSchoolYearAction}
          hidden={{ facilityId, revision }}
          submit="Enregistrer l’année scolaire"
          done="L’année scolaire est enregistrée."
          again
        >
          {(field) => (
            <>
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField label="Jour de la rentrée" type="date" {...field("firstDay")} id="annee-debut" />
                <TextField label="Dernier jour d’école" type="date" {...field("lastDay")} id="annee-fin" />
              </div>
              {Array.from({ length: HOLIDAY_ROWS }, (_, row) => (
                <fieldset key={usual[row] ?? row} className="grid gap-3 border-t border-line pt-3 sm:grid-cols-3">
                  <legend className="sr-only">Vacances nº {row + 1}</legend>
                  <TextField label="Vacances" optional defaultValue={usual[row]} {...field(`label${row}`)} />
                  <TextField label="Premier jour sans école" type="date" optional {...field(`from${row}`)} />
                  <TextField label="Dernier jour sans école" type="date" optional {...field(`to${row}`)} />
                </fieldset>
              ))}
            </>
          )}
        </EditorForm>
      </Opening>
    </div>
  );
}
