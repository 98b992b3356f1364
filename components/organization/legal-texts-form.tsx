"use client";

import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { changeLegalTextsAction } from "@/lib/organization/actions";
import { SettingsForm } from "./settings-form";

const levels = [
  { value: "none", label: "Non conforme : aucun audit, ou moins de la moitié des critères" },
  { value: "partial", label: "Partiellement conforme : la moitié des critères au moins" },
  { value: "full", label: "Totalement conforme : tous les critères" },
];

/** What the law makes a public site say; what is left empty keeps the portal's own sentence. */
export function LegalTextsForm({ values }: { values: Record<string, string | null> }) {
  return (
    <SettingsForm action={changeLegalTextsAction} values={values}>
      {(field) => (
        <>
          <TextArea
            label="Directeur ou directrice de la publication"
            optional
            rows={2}
            hint="Nom et fonction."
            {...field("publisher")}
          />
          <TextArea
            label="Hébergeur"
            optional
            rows={2}
            hint="Nom, adresse et téléphone de la société qui héberge ce portail."
            {...field("host")}
          />
          <TextArea
            label="Délégué à la protection des données"
            optional
            rows={2}
            hint="Nom et façon de le joindre."
            {...field("dpo")}
          />
          <TextArea
            label="Autres mentions légales"
            optional
            hint="Ajoutées à la page « Mentions légales ». Une ligne vide commence un paragraphe."
            {...field("legalNotice")}
          />
          <TextArea
            label="Précisions sur les données personnelles"
            optional
            hint="Ajoutées à la page « Données personnelles »."
            {...field("privacyNotice")}
          />
          <SelectField label="Accessibilité (RGAA)" options={levels} {...field("accessibilityLevel")} />
          <TextArea
            label="Précisions sur l’accessibilité"
            optional
            hint="Date et auteur de l’audit, contenus non accessibles, dérogations."
            {...field("accessibilityNotice")}
          />
        </>
      )}
    </SettingsForm>
  );
}
