import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { legalFormOptions } from "./organization-words";

type Props = {
  field: (name: string) => { name: string; defaultValue?: string; error?: string };
  /** What is known already. */
  values?: Partial<Record<string, string>>;
};

/** Who runs the portal: asked at its founding, changed in its settings. */
export function IdentityFields({ field, values = {} }: Props) {
  const filled = (name: string) => ({ ...field(name), defaultValue: field(name).defaultValue ?? values[name] });
  return (
    <>
      <TextField
        label="Nom de l’organisation"
        autoComplete="organization"
        hint="Comme il apparaît partout : « Ville de Saint-Aubin »."
        {...filled("name")}
      />
      <TextField label="Nom court" hint="Sur les téléphones : « Saint-Aubin »." {...filled("shortName")} />
      <SelectField label="Forme juridique" options={legalFormOptions} {...filled("legalForm")} />
      <TextField label="SIRET" optional inputMode="numeric" hint="Quatorze chiffres." {...filled("siret")} />
      <TextField label="Adresse postale" autoComplete="street-address" {...filled("address")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Adresse e-mail du service"
          type="email"
          hint="Celle que les familles voient."
          {...filled("email")}
        />
        <TextField label="Téléphone" type="tel" optional {...filled("phone")} />
      </div>
    </>
  );
}
