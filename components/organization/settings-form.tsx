"use client";

import type { ReactNode } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import type { PostedAction } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";

type Field = { name: string; defaultValue?: string; error?: string };
type Props = {
  action: PostedAction;
  values: Record<string, string | null>;
  children: (field: (name: string) => Field) => ReactNode;
};

/** One part of the settings, saved by itself. */
export function SettingsForm({ action, values, children }: Props) {
  const { form, isPending, errorOf, summary, isDone } = useKeptForm(action);
  return (
    <form {...form} className="grid gap-5">
      <FormSummary {...summary} />
      {children((name) => ({ name, defaultValue: values[name] ?? "", error: errorOf(name) }))}
      {isDone && <Notice tone="success" role="status" title="C’est enregistré." />}
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          Enregistrer
        </SubmitButton>
      </div>
    </form>
  );
}
