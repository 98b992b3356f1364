"use client";

import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { changeIdentityAction } from "@/lib/organization/actions";
import { IdentityFields } from "./identity-fields";
import { SettingsForm } from "./settings-form";

export function IdentityForm({ values }: { values: Record<string, string | null> }) {
  return (
    <SettingsForm action={changeIdentityAction} values={values}>
      {(field) => (
        <>
          <IdentityFields field={field} />
          <TextField label="Site internet" type="url" optional {...field("website")} />
          <TextArea
            label="Horaires d’ouverture de l’accueil"
            optional
            hint="Une ligne par jour ou par groupe de jours : « Du lundi au vendredi : 8 h 30 – 12 h, 13 h 30 – 17 h »."
            {...field("openingHours")}
          />
        </>
      )}
    </SettingsForm>
  );
}
