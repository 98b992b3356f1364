import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { type JournalFilterInput, journalStates } from "@/lib/billing/office/input";
import { meansInWords } from "@/lib/payments/rules";
import { journalStateWords } from "./office-words";

type Props = {
  filter: JournalFilterInput;
  period: { from: string; to: string };
  offices: { id: string; name: string }[];
};

/** A plain form: what was asked stands in the address, and can be sent to a colleague. */
export function JournalFilters({ filter, period, offices }: Props) {
  return (
    <search>
      <form className="mb-4 flex flex-wrap items-end gap-3">
        <TextField type="date" name="du" label="Du" defaultValue={period.from} required={false} />
        <TextField type="date" name="au" label="Au" defaultValue={period.to} required={false} />
        <SelectField
          required={false}
          name="regie"
          label="Régie"
          defaultValue={filter.regie ?? ""}
          options={[{ value: "", label: "Toutes" }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
          className="w-56"
        />
        <SelectField
          required={false}
          name="moyen"
          label="Moyen"
          defaultValue={filter.moyen ?? ""}
          options={[
            { value: "", label: "Tous" },
            ...Object.entries(meansInWords).map(([value, label]) => ({ value, label })),
          ]}
        />
        <SelectField
          required={false}
          name="etat"
          label="État"
          defaultValue={filter.etat}
          options={journalStates.map((value) => ({ value, label: journalStateWords[value] }))}
        />
        <Button type="submit">Afficher</Button>
      </form>
    </search>
  );
}
