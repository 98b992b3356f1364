"use client";

import type { ReactNode } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import type { PostedAction } from "@/components/form/use-posted-form";
import { notify } from "@/components/ui/notify";

export type FieldOf = (name: string) => { name: string; error?: string };

type Props = {
  action: PostedAction;
  /** What the form was drawn for. */
  hidden?: Fields;
  submit: string;
  /** What is said when it is done, where one stays on the page; it may depend on what the server answers. */
  done?: string | ((data: unknown) => string);
  /** Whether it empties itself, ready for another one. */
  again?: boolean;
  onDone?: () => void;
  children: (field: FieldOf) => ReactNode;
};

/** A form of the catalogue: what was typed stays when it is refused, and each problem is told beside its field. */
export function EditorForm({ action, hidden = {}, submit, done, again = false, onDone, children }: Props) {
  const { form, errorOf, summary, isPending } = useKeptForm(action, (posted, data) => {
    if (again) posted.reset();
    if (done) notify(typeof done === "string" ? done : done(data));
    onDone?.();
  });
  const field: FieldOf = (name) => ({ name, error: errorOf(name) });

  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={hidden} />
      {children(field)}
      <p>
        <SubmitButton variant="primary" pending={isPending}>
          {submit}
        </SubmitButton>
      </p>
    </form>
  );
}
