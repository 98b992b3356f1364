"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { reopenSlotsAction } from "@/lib/catalogue/closures/actions";

/** What was cancelled stays so: families book again if they wish. */
export function ReopenForm({ closureId, what }: { closureId: string; what: string }) {
  const { post, summary } = usePostedForm(reopenSlotsAction);
  return (
    <form action={post}>
      <HiddenFields fields={{ closureId }} />
      <SubmitButton size="small">
        <span>
          Rouvrir<span className="sr-only"> : {what}</span>
        </span>
      </SubmitButton>
      {summary.message && (
        <p role="alert" className="mt-1 text-sm font-semibold text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
