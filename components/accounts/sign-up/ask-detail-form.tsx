"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { askDetailAction } from "@/lib/accounts/sign-up/actions";

/** A question to the family: its request opens again, by a link that it receives. */
export function AskDetailForm({ id }: { id: string }) {
  const { result, post, field, summary } = usePostedForm(askDetailAction);
  const question = field("question");

  if (result?.ok) return <Notice tone="success" role="status" title="La question est partie par e-mail." />;
  return (
    <details className="w-full">
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm font-semibold text-primary-strong">
        Demander une précision
      </summary>
      <form action={post} noValidate className="mt-2 grid max-w-prose gap-3">
        {summary.message && !question.error && <Notice tone="error" role="alert" title={summary.message} />}
        <HiddenFields fields={{ id }} />
        <TextArea
          label="Votre question, que la famille lira"
          rows={2}
          maxLength={500}
          {...question}
          id={`question-${id}`}
        />
        <p>
          <SubmitButton size="small">Envoyer la question</SubmitButton>
        </p>
      </form>
    </details>
  );
}
