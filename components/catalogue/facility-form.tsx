"use client";

import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { createFacilityAction, updateFacilityAction } from "@/lib/catalogue/facilities/actions";
import type { FacilityDetail } from "@/lib/catalogue/facilities/queries";
import { weekChoices, zoneChoices } from "./catalogue-words";
import { EditorForm } from "./editor-form";

type Props = {
  facility?: Pick<
    FacilityDetail,
    "id" | "revision" | "name" | "address" | "email" | "phone" | "schoolZone" | "schoolWeek" | "alsaceMoselle"
  >;
};

const academies =
  "A : Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers. C : Créteil, Montpellier, Paris, Toulouse, Versailles. B : les autres académies de métropole.";

/** A structure, new or as it is. */
export function FacilityForm({ facility }: Props) {
  return (
    <EditorForm
      action={facility ? updateFacilityAction : createFacilityAction}
      hidden={facility && { facilityId: facility.id, revision: facility.revision }}
      submit={facility ? "Enregistrer" : "Créer la structure"}
      done={facility && "La structure est enregistrée."}
    >
      {(field) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Nom" autoComplete="off" defaultValue={facility?.name} {...field("name")} />
          <TextField label="Adresse" autoComplete="off" defaultValue={facility?.address} {...field("address")} />
          <TextField
            label="Adresse e-mail"
            type="email"
            autoComplete="off"
            defaultValue={facility?.email}
            {...field("email")}
          />
          <TextField
            label="Téléphone"
            type="tel"
            autoComplete="off"
            optional
            defaultValue={facility?.phone ?? ""}
            {...field("phone")}
          />
          <SelectField
            label="Vacances scolaires"
            options={facility ? zoneChoices : [{ value: "", label: "Choisir" }, ...zoneChoices]}
            defaultValue={facility?.schoolZone}
            hint={academies}
            {...field("schoolZone")}
          />
          <SelectField
            label="Semaine scolaire"
            options={weekChoices}
            defaultValue={facility?.schoolWeek}
            {...field("schoolWeek")}
          />
          <CheckField
            label="Jours fériés d’Alsace-Moselle"
            hint="Vendredi saint et 26 décembre en plus."
            defaultChecked={facility?.alsaceMoselle}
            {...field("alsaceMoselle")}
          />
        </div>
      )}
    </EditorForm>
  );
}
