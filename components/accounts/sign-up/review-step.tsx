"use client";

import { useRouter } from "next/navigation";
import { FormSummary } from "@/components/form/form-summary";
import { TextArea } from "@/components/form/text-area";
import { useActionForm } from "@/components/form/use-action-form";
import { saveSignUpAction, submitSignUpAction } from "@/lib/accounts/sign-up/actions";
import { submitSignUpInput } from "@/lib/accounts/sign-up/input";
import { StepButtons } from "./step-buttons";
import { pathOf } from "./step-names";

type Props = { message: string; isAnswer: boolean; isComplete: boolean };

/** A word for the structure, and the request leaves. */
export function ReviewStep({ message, isAnswer, isComplete }: Props) {
  const router = useRouter();
  const { field, submit, isSubmitting, summary } = useActionForm({
    schema: submitSignUpInput,
    action: submitSignUpAction,
    defaultValues: { message },
    onSuccess: () => router.push("/inscription"),
  });
  const keep = (typed: string) => void saveSignUpAction({ message: typed });

  return (
    <form onSubmit={submit} noValidate className="mt-5 grid gap-5 border-t border-line pt-5">
      <FormSummary {...summary} />
      <TextArea
        label={isAnswer ? "Votre réponse à la structure" : "Un mot pour la structure"}
        optional
        maxLength={1000}
        {...field("message")}
        onBlur={(event) => keep(event.target.value)}
      />
      {isComplete ? (
        <StepButtons next="Envoyer ma demande" pending={isSubmitting} onBack={() => router.push(pathOf("enfants"))} />
      ) : (
        <p className="text-sm text-ink-2">Complétez les étapes signalées : vous pourrez ensuite envoyer la demande.</p>
      )}
    </form>
  );
}
