"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { planAdultsAction } from "@/lib/catalogue/staffing/actions";

type Props = { occurrenceId: number; adults: number | null; what: string };

/** How many adults will be there, to compare with what the law asks for. */
export function AdultsForm({ occurrenceId, adults, what }: Props) {
  const { post, field } = usePostedForm(planAdultsAction);
  const { error } = field("adults");
  const id = `adultes-${occurrenceId}`;
  return (
    <form action={post} className="flex flex-wrap items-center gap-2 print:hidden">
      <HiddenFields fields={{ occurrenceId }} />
      <label htmlFor={id} className="text-sm text-ink-2">
        Adultes prévus<span className="sr-only"> : {what}</span>
      </label>
      <input
        id={id}
        name="adults"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        defaultValue={adults ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={error && `${id}-error`}
        className="min-h-9 w-14 rounded-control border border-line-strong bg-paper px-2 text-center text-base tabular-nums aria-invalid:border-cancel"
      />
      <SubmitButton size="small">
        <span>
          Noter<span className="sr-only"> les adultes prévus : {what}</span>
        </span>
      </SubmitButton>
      {error && (
        <p id={`${id}-error`} className="w-full text-sm font-semibold text-cancel">
          {error}
        </p>
      )}
    </form>
  );
}
