"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { retryEmailsAction } from "@/lib/organization/messages/actions";

/** Sends again one message that failed, or all of them. */
export function RetryForm({ emailId, label }: { emailId?: string; label: string }) {
  const router = useRouter();
  const { form, summary, isPending } = useKeptForm(retryEmailsAction, () => {
    notify("L’envoi recommence.");
    router.refresh();
  });
  return (
    <form {...form} className="flex flex-wrap items-center gap-3">
      <HiddenFields fields={emailId ? { emailId } : {}} />
      <SubmitButton size="small" pending={isPending}>
        <RotateCw className="size-4" />
        {label}
      </SubmitButton>
      {summary.message && (
        <p role="alert" className="text-sm font-semibold text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
