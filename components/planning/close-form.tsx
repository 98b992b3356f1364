"use client";

import { FormSummary } from "@/components/form/form-summary";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { formatEuros } from "@/lib/core/money";
import { closeSlotsAction } from "@/lib/reservations/closures/actions";
import { familiesInWords } from "./day-words";

type Props = { scope: Fields; families: number };

/** The act itself: the reason that families read, and one button that says what it does. */
export function CloseForm({ scope, families }: Props) {
  const { result, post, isPending, field, summary } = usePostedForm(closeSlotsAction);

  if (result?.ok) {
    const { slots, reservations, families, creditedCents } = result.data as Awaited<Closed>;
    return (
      <Notice
        tone="success"
        role="status"
        title={slots === 1 ? "1 créneau est fermé." : `${slots} créneaux sont fermés.`}
      >
        {reservations} réservations annulées, {formatEuros(creditedCents)} remis sur les comptes,{" "}
        {familiesInWords(families)} prévenues par e-mail.
      </Notice>
    );
  }
  return (
    <form action={post} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={scope} />
      <TextArea
        label="Motif, que les familles liront"
        hint="Par exemple : grève du personnel, neige, pont de l’Ascension."
        maxLength={200}
        rows={2}
        {...field("reason")}
      />
      <p>
        <SubmitButton variant="danger" pending={isPending}>
          {families === 0 ? "Fermer" : `Fermer et prévenir ${familiesInWords(families)}`}
        </SubmitButton>
      </p>
    </form>
  );
}

type Closed = ReturnType<typeof import("@/lib/reservations/closures/close-slots").closeSlots>;
