"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { deliverDocumentAction } from "@/lib/documents/deliveries/actions";
import { acceptedFiles } from "@/lib/documents/input";

/** A file for this family alone. */
export function DeliverForm({ householdId, clientKey }: { householdId: string; clientKey: string }) {
  const router = useRouter();
  const details = useRef<HTMLDetailsElement>(null);
  const { form, errorOf, summary, isPending } = useKeptForm(deliverDocumentAction, (form) => {
    form.reset();
    if (details.current) details.current.open = false;
    notify("Le document est dans l’espace de la famille.");
    router.refresh();
  });

  return (
    <details ref={details}>
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center rounded-control border border-line-strong bg-paper px-3 py-1.5 text-sm font-semibold hover:border-primary hover:text-primary-strong">
        Déposer un document
      </summary>
      <form {...form} className="mt-3 grid gap-3">
        <FormSummary {...summary} />
        <HiddenFields fields={{ householdIds: householdId, clientKey }} />
        <TextField
          label="Titre"
          hint="La famille le lit ; l’e-mail ne le dit pas."
          maxLength={120}
          name="title"
          id="titre-du-document"
          error={errorOf("title")}
        />
        <TextField
          label="Fichier"
          type="file"
          accept={acceptedFiles}
          hint="PDF ou image, 10 Mo au plus."
          name="file"
          error={errorOf("file")}
        />
        <p>
          <SubmitButton variant="primary" size="small" pending={isPending}>
            Déposer
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}
