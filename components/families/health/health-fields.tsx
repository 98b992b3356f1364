import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { HealthView } from "@/lib/families/health/queries";
import type { HealthSectionName } from "@/lib/families/health/rules";
import { VaccineFields } from "./vaccine-fields";

export type HealthFieldsProps = {
  section: HealthSectionName;
  view: HealthView;
  errorOf: (name: string) => string | undefined;
};

const yesNo = [
  { value: "", label: "Choisissez" },
  { value: "no", label: "Non" },
  { value: "yes", label: "Oui" },
];

/** What is served, and nothing about why. */
const dietOptions = [
  { value: "none", label: "Sans régime particulier" },
  { value: "no_pork", label: "Sans porc" },
  { value: "no_meat", label: "Sans viande" },
  { value: "vegetarian", label: "Végétarien" },
  { value: "gluten_free", label: "Sans gluten" },
];

/** The fields of each section. */
export function HealthFields({ section, view, errorOf }: HealthFieldsProps) {
  const { allergies, carePlan, treatment, diet, doctor, insurance, advice } = view.record;
  const field = (name: string, value = "") => ({ name, defaultValue: value, error: errorOf(name), optional: true });
  switch (section) {
    case "vaccines":
      return <VaccineFields section={section} view={view} errorOf={errorOf} />;
    case "allergies":
      return (
        <>
          <p className="text-sm text-ink-2">Sans allergie connue, laissez ces champs vides et enregistrez.</p>
          <TextField label="Aliments" hint="Par exemple : arachide, œuf." {...field("food", allergies?.food)} />
          <TextField label="Médicaments" {...field("medicine", allergies?.medicine)} />
          <TextField label="Autres allergies" {...field("other", allergies?.other)} />
          <TextArea label="Conduite à tenir" {...field("conduct", allergies?.conduct)} />
        </>
      );
    case "carePlan":
      return (
        <>
          <SelectField
            label="Votre enfant a-t-il un PAI ?"
            options={yesNo}
            {...field("exists", carePlan?.exists)}
            optional={false}
          />
          <TextField
            label="Date à laquelle il sera revu"
            type="date"
            hint="À remplir s’il y en a un."
            {...field("reviewOn", carePlan?.reviewOn)}
          />
          <TextField label="Où est la trousse" {...field("kitLocation", carePlan?.kitLocation)} />
        </>
      );
    case "treatment":
      return (
        <>
          <SelectField
            label="Votre enfant suit-il un traitement ?"
            options={yesNo}
            {...field("exists", treatment?.exists)}
            optional={false}
          />
          <TextField
            label="Médicaments"
            hint="Dans leur emballage d’origine, marqués au nom de l’enfant, avec l’ordonnance."
            {...field("medicines", treatment?.medicines)}
          />
          <TextArea label="Consignes" {...field("instructions", treatment?.instructions)} />
        </>
      );
    case "diet":
      return (
        <SelectField
          label="Ce qui lui est servi"
          options={dietOptions}
          {...field("diet", diet?.diet)}
          optional={false}
        />
      );
    case "doctor":
      return (
        <>
          <TextField label="Nom du médecin" {...field("name", doctor?.name)} />
          <TextField label="Téléphone" type="tel" inputMode="tel" {...field("phone", doctor?.phone)} />
        </>
      );
    case "insurance":
      return (
        <>
          <TextField label="Assureur" {...field("insurer", insurance?.insurer)} />
          <TextField label="Numéro de contrat" {...field("policyNumber", insurance?.policyNumber)} />
          <TextField label="Valable jusqu’au" type="date" {...field("expiresOn", insurance?.expiresOn)} />
        </>
      );
    case "advice":
      return (
        <>
          <TextField
            label="Lunettes, appareils"
            hint="Ce qu’il porte, et quand : pas la raison."
            {...field("aids", advice?.aids)}
          />
          <SelectField label="Sait nager" options={yesNo} {...field("swims", advice?.swims)} />
          <TextArea label="Ce qu’il est utile de savoir" {...field("notes", advice?.notes)} />
        </>
      );
  }
}
