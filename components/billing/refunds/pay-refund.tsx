"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { executeRefundAction } from "@/lib/billing/refunds/actions";

/** Records that the transfer was made. */
export function PayRefund({ id, household }: { id: string; household: string }) {
  const { form, isPending, summary } = useKeptForm(executeRefundAction, () => notify("Le versement est enregistré."));
  return (
    <form {...form}>
      <HiddenFields fields={{ id }} />
      <SubmitButton variant="primary" pending={isPending}>
        Le virement est fait<span className="sr-only"> : famille {household}</span>
      </SubmitButton>
      {summary.message && (
        <p role="alert" className="mt-1 text-sm text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
