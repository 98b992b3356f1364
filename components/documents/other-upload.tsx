import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { UploadForm } from "./upload-form";

type Props = { householdId: string; members: { personId: string; firstName: string }[] };

/** What nobody asked for: whom it is about and what it is, in a few words, then the file. */
export function OtherUpload({ householdId, members }: Props) {
  return (
    <UploadForm fields={{ householdId, kind: "other" }} what="Autre document" label="Envoyer un autre document">
      <div className="grid max-w-2xl gap-3 sm:grid-cols-2">
        <TextField
          name="note"
          label="De quoi s’agit-il ?"
          hint="Par exemple : certificat médical, attestation d’employeur."
          maxLength={200}
          optional
        />
        {members.length > 0 && (
          <SelectField
            name="personId"
            label="Pour"
            options={[
              { value: "", label: "Toute la famille" },
              ...members.map(({ personId, firstName }) => ({ value: personId, label: firstName })),
            ]}
            optional
          />
        )}
      </div>
    </UploadForm>
  );
}
