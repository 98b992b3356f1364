"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { withdrawDeliveryAction } from "@/lib/documents/deliveries/actions";

type Props = { deliveryId: string; householdId: string; title: string };

/** Asked twice: the family loses the document at once. */
export function WithdrawButton({ deliveryId, householdId, title }: Props) {
  const router = useRouter();
  const [isSure, setSure] = useState(false);
  const { form, summary, isPending } = useKeptForm(withdrawDeliveryAction, () => {
    notify("Le document est retiré.");
    router.refresh();
  });
  if (!isSure) {
    return (
      <Button size="inline" variant="ghost" onClick={() => setSure(true)}>
        Retirer<span className="sr-only"> : {title}</span>
      </Button>
    );
  }
  return (
    <form {...form} className="flex flex-wrap gap-1">
      <HiddenFields fields={{ deliveryId, householdId }} />
      <SubmitButton variant="danger" size="small" pending={isPending}>
        Retirer à la famille
      </SubmitButton>
      <Button size="small" variant="ghost" onClick={() => setSure(false)}>
        Garder
      </Button>
      {summary.message && (
        <p role="alert" className="w-full font-semibold text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
