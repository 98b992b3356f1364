"use client";

import { useRouter } from "next/navigation";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { removeCannedAnswerAction, saveCannedAnswerAction } from "@/lib/contact/canned-answers/actions";
import type { CannedAnswer } from "./canned-answers";

/** One answer to write or to rewrite; without one, a new one. */
export function CannedAnswerForm({ answer }: { answer?: CannedAnswer }) {
  const router = useRouter();
  const { form, errorOf, summary, isPending } = useKeptForm(saveCannedAnswerAction, (form) => {
    notify("La réponse type est enregistrée.");
    if (!answer) form.reset();
    const details = form.closest("details");
    if (details) details.open = false;
    router.refresh();
  });
  const remove = useKeptForm(removeCannedAnswerAction, () => {
    notify("La réponse type est supprimée.");
    router.refresh();
  });
  const id = answer?.id ?? "";

  return (
    <div className="grid gap-3">
      <form {...form} className="grid gap-4">
        <FormSummary {...summary} />
        <HiddenFields fields={{ id }} />
        <TextField
          id={`title-${id}`}
          name="title"
          label="Titre"
          hint="Pour la retrouver : la famille ne le voit pas."
          maxLength={120}
          defaultValue={answer?.title}
          error={errorOf("title")}
        />
        <TextArea
          id={`body-${id}`}
          name="body"
          label="Réponse"
          rows={5}
          maxLength={5000}
          defaultValue={answer?.body}
          error={errorOf("body")}
        />
        <p>
          <SubmitButton variant="primary" pending={isPending}>
            Enregistrer
          </SubmitButton>
        </p>
      </form>
      {answer && (
        <form {...remove.form}>
          <HiddenFields fields={{ id }} />
          <SubmitButton variant="danger" size="small" pending={remove.isPending}>
            Supprimer cette réponse type
          </SubmitButton>
        </form>
      )}
    </div>
  );
}
