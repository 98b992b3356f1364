"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { withdrawEnrollmentAction } from "@/lib/enrollments/actions";

type Props = { householdId: string; enrollmentId: string; label: string };

/** One press: a request that was taken back can be asked again. */
export function WithdrawForm({ householdId, enrollmentId, label }: Props) {
  const { post, summary } = usePostedForm(withdrawEnrollmentAction);
  return (
    <form action={post}>
      <HiddenFields fields={{ householdId, enrollmentId }} />
      <SubmitButton size="small">{label}</SubmitButton>
      {summary.message && (
        <p role="alert" className="mt-1 text-sm font-semibold text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
