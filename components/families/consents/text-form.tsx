"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { publishTextAction } from "@/lib/families/consents/actions";

type Props = { kind: string; label: string; version: number; text: string };

/** A new wording is a new version: it says so before it is published. */
export function TextForm({ kind, label, version, text }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(publishTextAction);
  return (
    <form {...form} className="grid gap-3">
      <FormSummary {...summary} />
      <HiddenFields fields={{ kind, version }} />
      <TextArea
        id={`texte-${kind}`}
        name="text"
        label="Texte soumis aux familles"
        rows={4}
        defaultValue={text}
        error={errorOf("text")}
        hint={
          version > 0
            ? "Publier un nouveau texte redemande leur accord à toutes les familles ; leurs réponses précédentes restent, avec le texte qu’elles avaient lu."
            : "Les familles sont interrogées dès que ce texte est publié."
        }
      />
      <div>
        <SubmitButton size="small" pending={isPending}>
          {version > 0 ? `Publier le texte nº\u00a0${version + 1}` : "Publier ce texte"}
          <span className="sr-only"> : {label}</span>
        </SubmitButton>
      </div>
    </form>
  );
}
