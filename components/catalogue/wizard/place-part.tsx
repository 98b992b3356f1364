"use client";

import { useState } from "react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { DeadlineCalendar } from "@/lib/catalogue/deadlines/rules";
import type { WizardChoices } from "@/lib/catalogue/wizard/queries";
import { weekChoices, zoneChoices } from "../catalogue-words";
import type { FieldOf } from "../editor-form";
import { OfficeFields } from "../office-fields";

type Props = { choices: WizardChoices; field: FieldOf; onCalendar: (calendar: DeadlineCalendar) => void };

const NEW = "new";

/** The structure and the régie: chosen, or described when they are new. */
export function PlacePart({ choices, field, onCalendar }: Props) {
  const { facilities, offices, host } = choices;
  const [facilityId, setFacilityId] = useState(facilities[0]?.id ?? NEW);
  const [officeId, setOfficeId] = useState(offices[0]?.value ?? NEW);
  const [own, setOwn] = useState<DeadlineCalendar>({ zone: "unknown", schoolWeek: "four_days" });

  const choose = (id: string) => {
    setFacilityId(id);
    onCalendar(facilities.find((one) => one.id === id)?.calendar ?? own);
  };
  const describe = (changes: Partial<DeadlineCalendar>) => {
    const calendar = { ...own, ...changes };
    setOwn(calendar);
    onCalendar(calendar);
  };

  return (
    <div className="grid gap-4">
      <SelectField
        label="Structure"
        options={[
          ...facilities.map(({ id, name }) => ({ value: id, label: name })),
          { value: NEW, label: "Nouvelle structure…" },
        ]}
        value={facilityId}
        onChange={(event) => choose(event.target.value)}
        className="max-w-120"
        {...field("facilityId")}
      />
      {facilityId === NEW && (
        <div className="grid gap-4 border-l-2 border-line pl-4 sm:grid-cols-2">
          <TextField label="Nom de la structure" {...field("facilityName")} />
          <TextField label="Adresse de la structure" defaultValue={host?.address} {...field("facilityAddress")} />
          <TextField
            label="E-mail de la structure"
            type="email"
            autoComplete="off"
            defaultValue={host?.email}
            {...field("facilityEmail")}
          />
          <TextField
            label="Téléphone de la structure"
            type="tel"
            autoComplete="off"
            optional
            {...field("facilityPhone")}
          />
          <SelectField
            label="Vacances scolaires"
            options={[{ value: "", label: "Choisir" }, ...zoneChoices]}
            hint="La zone de l’académie décide des jours d’école."
            onChange={(event) => describe({ zone: (event.target.value || "unknown") as DeadlineCalendar["zone"] })}
            {...field("schoolZone")}
          />
          <SelectField
            label="Semaine scolaire"
            options={weekChoices}
            onChange={(event) => describe({ schoolWeek: event.target.value as "four_days" })}
            {...field("schoolWeek")}
          />
        </div>
      )}
      <SelectField
        label="Régie qui encaisse"
        options={[...offices, { value: NEW, label: "Nouvelle régie…" }]}
        value={officeId}
        onChange={(event) => setOfficeId(event.target.value)}
        className="max-w-120"
        {...field("officeId")}
      />
      {officeId === NEW && (
        <div className="border-l-2 border-line pl-4">
          <OfficeFields
            field={(name) => field(name === "name" ? "officeName" : name === "email" ? "officeEmail" : name)}
            email={host?.email}
          />
        </div>
      )}
    </div>
  );
}
