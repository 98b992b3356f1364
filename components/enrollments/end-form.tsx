"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { endEnrollmentAction } from "@/lib/enrollments/actions";

type Props = { enrollmentId: string; endsOn: string; today: string; what: string };

/** The day after which a child no longer comes. */
export function EndForm({ enrollmentId, endsOn, today, what }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(endEnrollmentAction);
  return (
    <details className="open:w-full">
      <summary className="inline-flex min-h-8 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
        Mettre fin…<span className="sr-only"> : {what}</span>
      </summary>
      <form {...form} className="mt-2 grid gap-3">
        <HiddenFields fields={{ enrollmentId }} />
        <TextField
          id={`fin-${enrollmentId}`}
          label="Dernier jour"
          type="date"
          name="endsOn"
          min={today}
          max={endsOn}
          defaultValue={today}
          error={errorOf("endsOn") ?? summary.message}
        />
        <div>
          <SubmitButton size="small" pending={isPending}>
            Mettre fin à l’inscription
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
