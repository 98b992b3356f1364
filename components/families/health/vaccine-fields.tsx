import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { HealthFieldsProps } from "./health-fields";
import { vaccineWords } from "./vaccine-words";

const options = [
  { value: "", label: "À renseigner" },
  ...Object.entries(vaccineWords).map(([value, label]) => ({ value, label })),
];

/** Each vaccine that the law asks of this child: where it stands, and when the last dose was given. */
export function VaccineFields({ view, errorOf }: HealthFieldsProps) {
  const { vaccines, record } = view;
  if (vaccines.length === 0) return <p>La date de naissance manque : complétez d’abord l’état civil de l’enfant.</p>;
  return (
    <>
      <p className="text-sm text-ink-2">Recopiez les pages « Vaccinations » du carnet de santé.</p>
      {vaccines.map(({ vaccine, label }) => {
        const answer = record.vaccines?.answers[vaccine];
        return (
          <fieldset key={vaccine} className="grid gap-3 border-t border-line pt-3 sm:grid-cols-2">
            <legend className="float-left w-full font-semibold sm:col-span-2">{label}</legend>
            <SelectField
              name={vaccine}
              label="État"
              aria-label={`${label} : état`}
              options={options}
              defaultValue={answer?.state ?? ""}
              error={errorOf(vaccine)}
              required={false}
            />
            <TextField
              name={`${vaccine}On`}
              label="Dernière dose"
              aria-label={`${label} : dernière dose`}
              type="date"
              defaultValue={answer?.lastDoseOn ?? ""}
              error={errorOf(`${vaccine}On`)}
              required={false}
            />
          </fieldset>
        );
      })}
    </>
  );
}
