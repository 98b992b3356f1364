"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { useWritten } from "@/components/form/use-written";
import { notify } from "@/components/ui/notify";
import { answerThreadAction } from "@/lib/contact/actions";
import { type CannedAnswer, CannedAnswers } from "./canned-answers";
import { FilesField } from "./files-field";
import { MessageField } from "./message-field";

type Props = {
  threadId: string;
  clientKey: string;
  /** For agents: the last message that this page shows, and what they answer often. */
  staff?: { seenMessageId: string; cannedAnswers: CannedAnswer[] };
};

/** One's answer, at the end of an exchange. */
export function AnswerForm({ threadId, clientKey, staff }: Props) {
  const router = useRouter();
  const area = useRef<HTMLTextAreaElement>(null);
  const written = useWritten(threadId, area);
  const { form, errorOf, summary, isPending } = useKeptForm(answerThreadAction, (form) => {
    written.forget();
    form.reset();
    notify("Votre réponse est envoyée.");
    router.refresh();
  });

  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ threadId, clientKey, ...(staff && { seenMessageId: staff.seenMessageId }) }} />
      {staff && <CannedAnswers answers={staff.cannedAnswers} area={area} />}
      <MessageField
        area={area}
        written={written}
        label={staff ? "Réponse à la famille" : "Votre réponse"}
        rows={4}
        error={errorOf("body")}
      />
      <FilesField error={errorOf("files")} />
      <p className="flex flex-wrap gap-2">
        <SubmitButton variant="primary" pending={isPending}>
          Envoyer
        </SubmitButton>
        {staff && (
          <button
            type="submit"
            name="close"
            value="on"
            aria-disabled={isPending}
            className="min-h-11 rounded-control border border-line-strong bg-paper px-4 font-semibold hover:border-primary hover:text-primary-strong"
          >
            Envoyer et clore
          </button>
        )}
      </p>
    </form>
  );
}
