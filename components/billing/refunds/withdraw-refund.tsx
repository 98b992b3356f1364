"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { withdrawRefundAction } from "@/lib/billing/refunds/actions";

export function WithdrawRefund({ id }: { id: string }) {
  const { form, isPending, summary } = useKeptForm(withdrawRefundAction, () =>
    notify("Votre demande est retirée : la somme est de nouveau sur votre compte."),
  );
  return (
    <form {...form}>
      <HiddenFields fields={{ id }} />
      <SubmitButton variant="ghost" size="inline" pending={isPending}>
        Retirer ma demande
      </SubmitButton>
      {summary.message && (
        <p role="alert" className="text-sm text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
