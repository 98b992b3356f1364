"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { leaveActivityAction } from "@/lib/reservations/endings/actions";

type Props = { enrollmentId: string; endsOn: string; today: string; what: string };

/** The day after which a child no longer comes; what that cancels is told first, and done once it has been read. */
export function EndForm({ enrollmentId, endsOn, today, what }: Props) {
  const { form, isPending, errorOf, summary, details } = useKeptForm(leaveActivityAction, () =>
    notify("L’inscription prend fin : la famille est prévenue.", { tone: "success" }),
  );
  const seen = typeof details?.seen === "string" ? details.seen : "";
  return (
    <details className="open:w-full">
      <summary className="inline-flex min-h-8 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
        Mettre fin…<span className="sr-only"> : {what}</span>
      </summary>
      <form {...form} className="mt-2 grid gap-3">
        <HiddenFields fields={{ enrollmentId, seen }} />
        <TextField
          id={`fin-${enrollmentId}`}
          label="Dernier jour"
          type="date"
          name="endsOn"
          min={today}
          max={endsOn}
          defaultValue={today}
          error={errorOf("endsOn") ?? (seen ? undefined : summary.message)}
        />
        {seen && (
          <Notice tone="warning" role="alert" title="Après ce jour, des réservations existent">
            {summary.message} La famille sera prévenue par e-mail.
          </Notice>
        )}
        <div>
          <SubmitButton size="small" pending={isPending} variant={seen ? "danger" : undefined}>
            {seen ? "Annuler ces réservations et mettre fin" : "Mettre fin à l’inscription"}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
