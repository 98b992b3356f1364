"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { certifyHouseholdAction } from "@/lib/families/actions";

/** Once a school year: the family says that its file is right. */
export function CertifyNotice({ householdId, schoolYear }: { householdId: string; schoolYear: string }) {
  const { post, summary } = usePostedForm(certifyHouseholdAction);
  return (
    <form action={post}>
      <HiddenFields fields={{ householdId }} />
      <Notice
        tone="warning"
        title={`Vérifiez votre dossier pour l’année ${schoolYear}`}
        action={
          <SubmitButton variant="primary">Je certifie que les informations de mon dossier sont à jour</SubmitButton>
        }
      >
        {summary.message ??
          "Relisez chaque section, corrigez ce qui a changé, puis certifiez : c’est demandé une fois par an."}
      </Notice>
    </form>
  );
}
