"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import type { TemplateName } from "@/lib/notifications/templates";
import type { Variable } from "@/lib/notifications/wordings/rules";
import { previewWordingAction, resetWordingAction, saveWordingAction } from "@/lib/organization/messages/actions";
import { WordingPreview } from "./wording-preview";

export type WordingView = {
  template: TemplateName;
  isOwn: boolean;
  hasSubject: boolean;
  subject: string;
  opening: string;
  variables: Variable[];
};

const PAUSE_MS = 300;

/** The subject and the first words of a message, and the message as it would be. */
export function WordingForm({ wording }: { wording: WordingView }) {
  const { template, isOwn, hasSubject, subject, opening, variables } = wording;
  const router = useRouter();
  const opened = useRef<HTMLFormElement>(null);
  const [words, setWords] = useState({ subject, opening });
  const preview = usePreview({ template, ...words });
  const { form, errorOf, summary, isPending } = useKeptForm(saveWordingAction, () => {
    notify("Ces mots sont enregistrés.");
    router.refresh();
  });
  const reset = useKeptForm(resetWordingAction, () => {
    notify("Le message a repris ses mots d’origine.");
    router.refresh();
  });

  const insert = (name: string) => {
    const area = opened.current?.querySelector("textarea");
    if (!area) return;
    area.setRangeText(`{${name}}`, area.selectionStart, area.selectionEnd, "end");
    setWords((known) => ({ ...known, opening: area.value }));
    area.focus();
  };

  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Card className="grid gap-4 p-5">
        <form
          {...form}
          ref={opened}
          className="grid gap-4"
          onInput={({ currentTarget }) => {
            const data = new FormData(currentTarget);
            setWords({ subject: String(data.get("subject") ?? ""), opening: String(data.get("opening") ?? "") });
          }}
        >
          <FormSummary {...summary} />
          <HiddenFields fields={{ template }} />
          {hasSubject ? (
            <TextField label="Objet" name="subject" maxLength={120} defaultValue={subject} error={errorOf("subject")} />
          ) : (
            <p className="text-sm text-ink-2">
              L’objet de ce message dépend de ce qui s’est passé : il reste celui du portail.
            </p>
          )}
          <TextArea
            label="Début du message"
            name="opening"
            rows={6}
            maxLength={800}
            defaultValue={opening}
            hint="Ces mots remplacent le « Bonjour, » du début ; la suite reste celle du portail. Une ligne vide sépare deux paragraphes."
            error={errorOf("opening")}
          />
          <div>
            <p className="mb-1.5 text-sm font-semibold">Insérer</p>
            <ul className="flex flex-wrap gap-2">
              {variables.map(({ name, label }) => (
                <li key={name}>
                  <Button size="small" onClick={() => insert(name)}>
                    {label}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
          <p>
            <SubmitButton variant="primary" pending={isPending}>
              Enregistrer
            </SubmitButton>
          </p>
        </form>
        {isOwn && (
          <form {...reset.form}>
            <HiddenFields fields={{ template }} />
            <SubmitButton size="small" pending={reset.isPending}>
              Reprendre les mots d’origine
            </SubmitButton>
          </form>
        )}
      </Card>
      <WordingPreview preview={preview} />
    </div>
  );
}

/** The message with the words as they are typed, once they have settled; a late answer never replaces a newer one. */
function usePreview({ template, subject, opening }: { template: TemplateName; subject: string; opening: string }) {
  const [preview, setPreview] = useState<{ subject: string; html: string; text: string }>();

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void previewWordingAction({ template, subject, opening })
        .then((result) => isCurrent && result.ok && setPreview(result.data))
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [template, subject, opening]);

  return preview;
}
