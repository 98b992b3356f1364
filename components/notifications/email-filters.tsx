import { FieldFrame, inputClass, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import type { EmailFilterInput } from "@/lib/notifications/input";
import { emailStates } from "./email-status";

/** A plain form: what was asked stands in the address, and can be sent to a colleague. */
export function EmailFilters({ destinataire, etat }: Pick<EmailFilterInput, "destinataire" | "etat">) {
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        type="search"
        name="destinataire"
        label="Destinataire"
        defaultValue={destinataire}
        required={false}
        className="max-w-96 grow basis-56"
      />
      <FieldFrame id="etat" label="État">
        <select id="etat" name="etat" defaultValue={etat ?? ""} className={inputClass}>
          <option value="">Tous</option>
          {Object.entries(emailStates).map(([status, { label }]) => (
            <option key={status} value={status}>
              {label}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Button type="submit">Filtrer</Button>
    </form>
  );
}
