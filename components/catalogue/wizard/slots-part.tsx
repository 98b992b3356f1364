"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { type ServiceName, services, type UsualGroup, usualGroups } from "@/lib/catalogue/wizard/rules";
import type { FieldOf } from "../editor-form";

type Row = {
  key: number;
  label: string;
  startsAt: string;
  endsAt: string;
  capacity: string;
  group: "all" | UsualGroup;
};
type Props = { service: ServiceName; field: FieldOf; onStart: (startsAt: string) => void };

const groups = [
  { value: "all", label: "Tous les enfants" },
  ...(Object.entries(usualGroups) as [UsualGroup, { name: string }][]).map(([value, { name }]) => ({
    value,
    label: name,
  })),
];

/** The name of the service and the times at which it receives children. */
export function SlotsPart({ service, field, onStart }: Props) {
  const usual = services[service];
  const [rows, setRows] = useState<Row[]>(() =>
    usual.slots.map((slot, key) => ({ ...slot, key, capacity: String(slot.capacity), group: "all" })),
  );
  const change = (next: Row[]) => {
    setRows(next);
    onStart(next[0]?.startsAt ?? "");
  };
  const set = (key: number, changes: Partial<Row>) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const add = () =>
    change([
      ...rows,
      {
        key: Math.max(-1, ...rows.map(({ key }) => key)) + 1,
        label: "",
        startsAt: "",
        endsAt: "",
        capacity: "40",
        group: "all",
      },
    ]);
  const { error } = field("slots");

  return (
    <div className="grid gap-4" id="slots">
      <TextField label="Nom du service" defaultValue={usual.name} className="max-w-120" {...field("activityName")} />
      <input type="hidden" name="slots" value={JSON.stringify(rows.map(({ key: _, ...row }) => row))} />
      {error && <p className="text-sm font-semibold text-cancel">{error}</p>}
      {rows.map((row, index) => (
        <fieldset key={row.key} className="rounded-control border border-line p-3">
          <legend className="px-1 text-sm font-semibold">Créneau {index + 1}</legend>
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-[1.5fr_1fr_1fr_1fr_1.5fr_auto]">
            <TextField
              label="Nom"
              name=""
              id={`creneau-${row.key}-nom`}
              value={row.label}
              onChange={(event) => set(row.key, { label: event.target.value })}
              className="max-lg:col-span-2"
            />
            <TextField
              label="Début"
              type="time"
              name=""
              id={`creneau-${row.key}-debut`}
              value={row.startsAt}
              onChange={(event) => set(row.key, { startsAt: event.target.value })}
            />
            <TextField
              label="Fin"
              type="time"
              name=""
              id={`creneau-${row.key}-fin`}
              value={row.endsAt}
              onChange={(event) => set(row.key, { endsAt: event.target.value })}
            />
            <TextField
              label="Places"
              type="number"
              min={1}
              name=""
              id={`creneau-${row.key}-places`}
              value={row.capacity}
              onChange={(event) => set(row.key, { capacity: event.target.value })}
            />
            <SelectField
              label="Pour"
              name=""
              id={`creneau-${row.key}-groupe`}
              options={groups}
              value={row.group}
              onChange={(event) => set(row.key, { group: event.target.value as Row["group"] })}
            />
            <Button
              variant="ghost"
              aria-label={`Retirer le créneau ${index + 1}`}
              aria-disabled={rows.length === 1}
              onClick={() => rows.length > 1 && change(rows.filter(({ key }) => key !== row.key))}
              className="self-end max-lg:col-span-2"
            >
              <Trash2 />
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button size="small" onClick={add}>
          <Plus className="size-4" />
          Ajouter un créneau
        </Button>
      </div>
    </div>
  );
}
