"use client";

import { useState } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { acceptedFiles } from "@/lib/documents/input";
import { replacePublicationAction, unpublishDocumentAction } from "@/lib/documents/publications/actions";

type Props = { id: string; title: string };

/** Another file in its place, or away with it: the second is asked twice, because families lose it at once. */
export function PublicationActions({ id, title }: Props) {
  const [isSure, setSure] = useState(false);
  const replace = useKeptForm(replacePublicationAction, () => notify("Le fichier est remplacé."));
  const unpublish = useKeptForm(unpublishDocumentAction, () => notify("Le document n’est plus publié."));
  const problem = replace.summary.problems[0]?.message ?? replace.summary.message ?? unpublish.summary.message;

  return (
    <div className="flex flex-wrap items-center justify-end gap-1 lg:min-w-44">
      <form {...replace.form}>
        <HiddenFields fields={{ publicationId: id }} />
        <label className="inline-flex min-h-9 cursor-pointer items-center px-3 text-sm font-semibold text-primary-strong underline decoration-1 underline-offset-3 has-focus-visible:outline-3 has-focus-visible:outline-primary">
          {replace.isPending ? "Envoi…" : "Remplacer"}
          <span className="sr-only"> : {title}</span>
          <input
            type="file"
            name="file"
            accept={acceptedFiles}
            className="sr-only"
            onChange={({ target }) => target.files?.length && target.form?.requestSubmit()}
          />
        </label>
      </form>
      {isSure ? (
        <form {...unpublish.form} className="flex items-center gap-1">
          <HiddenFields fields={{ publicationId: id }} />
          <SubmitButton variant="danger" size="small" pending={unpublish.isPending}>
            Retirer aux familles
          </SubmitButton>
          <Button size="small" variant="ghost" onClick={() => setSure(false)}>
            Garder
          </Button>
        </form>
      ) : (
        <Button size="inline" variant="ghost" onClick={() => setSure(true)}>
          Retirer<span className="sr-only"> : {title}</span>
        </Button>
      )}
      {problem && (
        <p role="alert" className="w-full text-right text-sm font-semibold text-cancel">
          {problem}
        </p>
      )}
    </div>
  );
}
