"use client";

import { type SubmitEvent, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { FieldFrame, inputClass } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { uploadImportAction } from "@/lib/accounts/imports/actions";
import { MAX_IMPORT_BYTES } from "@/lib/accounts/imports/rules";

const inputs = [
  {
    name: "first",
    label: "Votre fichier",
    hint: "CSV ou Excel (.xlsx), 20 Mo et 50 000 lignes au plus. La première ligne porte les titres des colonnes.",
  },
  {
    name: "second",
    label: "Second fichier",
    hint: "Seulement pour un export d’ONDE : les élèves ci-dessus, leurs responsables ici.",
  },
];

/** One file, or ONDE's two; what is too large is said before it is sent. */
export function UploadImportForm() {
  const [tooLarge, setTooLarge] = useState<string>();
  const { form, isPending, summary } = useKeptForm(uploadImportAction);

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    const chosen = [...new FormData(event.currentTarget).values()].filter((value) => value instanceof File);
    const large = chosen.find(({ size }) => size > MAX_IMPORT_BYTES);
    setTooLarge(large && `${large.name} : ce fichier est trop volumineux, 20 Mo au plus.`);
    if (large) event.preventDefault();
    else form.onSubmit(event);
  };

  return (
    <form {...form} onSubmit={send} className="grid gap-5">
      {tooLarge ? (
        <Notice tone="error" role="alert" title={tooLarge} />
      ) : (
        <FormSummary message={summary.message} problems={[]} attempt={summary.attempt} />
      )}
      {inputs.map(({ name, label, hint }, index) => (
        <FieldFrame key={name} id={name} label={label} hint={hint} optional={index > 0}>
          <input
            id={name}
            name={name}
            type="file"
            accept=".csv,.txt,.tsv,.xlsx"
            required={index === 0}
            aria-describedby={`${name}-hint`}
            className={`${inputClass} py-2 file:mr-3 file:rounded-small file:border-0 file:bg-primary-soft file:px-3 file:py-1 file:font-semibold file:text-primary-strong`}
          />
        </FieldFrame>
      ))}
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {isPending ? "Lecture du fichier…" : "Lire le fichier"}
        </SubmitButton>
      </div>
    </form>
  );
}
