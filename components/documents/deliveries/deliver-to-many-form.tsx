"use client";

import { useRef, useState } from "react";
import { HouseholdPicker, type PickedHousehold } from "@/components/families/household-picker";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { newKey } from "@/components/form/new-key";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { deliverDocumentAction } from "@/lib/documents/deliveries/actions";
import { acceptedFiles } from "@/lib/documents/input";

/** The same file for some families chosen one by one. */
export function DeliverToManyForm({ clientKey }: { clientKey: string }) {
  const [picked, setPicked] = useState<PickedHousehold[]>([]);
  const key = useRef(clientKey);
  const { form, errorOf, summary, isPending } = useKeptForm(deliverDocumentAction, (form) => {
    form.reset();
    key.current = newKey();
    setPicked([]);
    notify("Le document est dans l’espace de chaque famille.");
  });

  return (
    <form {...form} className="grid max-w-3xl gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ clientKey: key.current }} />
      <HouseholdPicker name="householdIds" picked={picked} onChange={setPicked} error={errorOf("householdIds")} />
      <TextField
        label="Titre"
        hint="Les familles le lisent ; l’e-mail ne le dit pas."
        maxLength={120}
        name="title"
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
        <SubmitButton variant="primary" pending={isPending}>
          {picked.length > 1 ? `Déposer pour ${picked.length} familles` : "Déposer"}
        </SubmitButton>
      </p>
    </form>
  );
}
