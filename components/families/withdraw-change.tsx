"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { withdrawChangeAction } from "@/lib/families/changes/actions";

/** Takes back what waits for an agent. */
export function WithdrawChange({ label, ...fields }: { householdId: string; changeId: string; label: string }) {
  const { post, summary } = usePostedForm(withdrawChangeAction);
  return (
    <form action={post}>
      <HiddenFields fields={fields} />
      {summary.message && (
        <p role="alert" className="font-semibold text-cancel">
          {summary.message}
        </p>
      )}
      <SubmitButton variant="ghost" size="inline">
        Retirer
        <span className="sr-only"> la demande : {label.toLowerCase()}</span>
      </SubmitButton>
    </form>
  );
}
