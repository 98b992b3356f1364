"use client";

import { useState } from "react";
import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { BandRows } from "./band-rows";
import { type Draft, draftOf, type Method, ruleOf } from "./draft";
import { PasteGrid } from "./paste-grid";

type Props = { name: string; rule: Method | undefined; error: string | undefined };

const methods = [
  { value: "flat", label: "Un prix unique" },
  { value: "qf_band", label: "Des tranches de quotient familial" },
  { value: "effort_rate", label: "Un taux d’effort" },
];

const missing = [
  { value: "highest", label: "Le prix le plus élevé" },
  { value: "nonResident", label: "Le prix hors commune" },
];

/** How the price is found: one price, bands, or a rate; sent as one hidden field. */
export function MethodEditor({ name, rule, error }: Props) {
  const [draft, setDraft] = useState(() => draftOf(rule));
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const typed = (field: "resident" | "nonResident" | "rate" | "min" | "max") => ({
    name: "",
    id: `${name}-${field}`,
    inputMode: "decimal" as const,
    value: draft[field],
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });

  return (
    <div className="grid gap-4" id={name}>
      <input type="hidden" name={name} value={JSON.stringify(ruleOf(draft))} />
      {error && (
        <p role="alert" className="text-sm font-semibold text-cancel">
          {error}
        </p>
      )}
      <SelectField
        label="Mode de calcul"
        name=""
        id={`${name}-method`}
        options={methods}
        value={draft.method}
        onChange={(event) => change({ method: event.target.value as Draft["method"] })}
        className="max-w-100"
      />
      {draft.method === "flat" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Prix (€)" {...typed("resident")} />
          <TextField label="Prix hors commune (€)" optional hint="Vide : le même." {...typed("nonResident")} />
        </div>
      )}
      {draft.method === "effort_rate" && (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <TextField label="Taux (%)" hint="0,36 : 3,60 € pour un quotient de 1 000." {...typed("rate")} />
          <TextField label="Prix plancher (€)" {...typed("min")} />
          <TextField label="Prix plafond (€)" {...typed("max")} />
          <TextField label="Prix hors commune (€)" optional hint="Vide : le même calcul." {...typed("nonResident")} />
        </div>
      )}
      {draft.method === "qf_band" && (
        <Bands draft={draft} change={change} outsider={typed("nonResident")} name={name} />
      )}
      {draft.method !== "flat" && (
        <SelectField
          label="Quotient inconnu"
          name=""
          id={`${name}-missing`}
          hint="Ce que paie une famille qui n’a pas donné son quotient."
          options={missing}
          value={draft.missing}
          onChange={(event) => change({ missing: event.target.value as Draft["missing"] })}
          className="max-w-100"
        />
      )}
    </div>
  );
}

type BandsProps = {
  name: string;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  outsider: { name: string; id: string; value: string; onChange: (event: { target: { value: string } }) => void };
};

function Bands({ name, draft, change, outsider }: BandsProps) {
  return (
    <>
      <PasteGrid
        id={`${name}-collage`}
        onRead={(rows, outsiders) =>
          change({
            rows,
            ...(outsiders && { outsiderRows: outsiders, outsiderBands: true }),
          })
        }
      />
      <BandRows
        title="Familles de la commune"
        id={`${name}-tranches`}
        rows={draft.rows}
        change={(rows) => change({ rows })}
      />
      <CheckField
        label="Les familles hors commune ont leurs propres tranches"
        name=""
        id={`${name}-hors-commune`}
        checked={draft.outsiderBands}
        onChange={(event) => change({ outsiderBands: event.target.checked })}
      />
      {draft.outsiderBands ? (
        <BandRows
          title="Familles hors commune"
          id={`${name}-exterieurs`}
          rows={draft.outsiderRows}
          change={(outsiderRows) => change({ outsiderRows })}
        />
      ) : (
        <TextField
          label="Prix hors commune (€)"
          optional
          hint="Vide : le prix de la tranche la plus élevée."
          className="max-w-80"
          {...outsider}
        />
      )}
    </>
  );
}
