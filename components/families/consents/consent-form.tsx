"use client";

import { Check, X } from "lucide-react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Button } from "@/components/ui/button";
import { answerConsentAction } from "@/lib/families/consents/actions";
import type { ConsentValue } from "@/lib/families/consents/rules";

type Props = { fields: Fields; label: string; current: ConsentValue | undefined; withHour: boolean };

/** Two answers of the same weight: neither is proposed. */
export function ConsentForm({ fields, label, current, withHour }: Props) {
  const { form, summary, isPending } = useKeptForm(answerConsentAction);
  return (
    <form {...form} className="grid gap-3">
      <HiddenFields fields={fields} />
      {summary.message && (
        <p role="alert" className="text-sm font-semibold text-cancel">
          {summary.message}
        </p>
      )}
      {withHour && (
        <TextField
          id={`precision-${fields.kind}`}
          name="detail"
          label="À partir de quelle heure"
          hint="Par exemple : 17 h 30."
          maxLength={200}
          optional
          className="max-w-xs"
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Answer value="granted" label={label} current={current} isPending={isPending}>
          <Check className="size-4" />
          J’autorise
        </Answer>
        <Answer value="refused" label={label} current={current} isPending={isPending}>
          <X className="size-4" />
          Je refuse
        </Answer>
      </div>
    </form>
  );
}

type AnswerProps = {
  value: ConsentValue;
  label: string;
  current: ConsentValue | undefined;
  isPending: boolean;
  children: React.ReactNode;
};

function Answer({ value, label, current, isPending, children }: AnswerProps) {
  return (
    <Button
      type="submit"
      name="value"
      value={value}
      size="small"
      aria-pressed={current === value}
      aria-disabled={isPending}
      onClick={(event) => isPending && event.preventDefault()}
      className="min-h-11 aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary-strong"
    >
      {children}
      <span className="sr-only"> : {label}</span>
    </Button>
  );
}
