"use client";

import { useState } from "react";
import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { DeadlineCalendar } from "@/lib/catalogue/deadlines/rules";
import { changeSlotAction, createSlotAction } from "@/lib/catalogue/slots/actions";
import type { SlotChoices, SlotDetail } from "@/lib/catalogue/slots/queries";
import { amountTyped } from "@/lib/core/parse-amount";
import { DeadlineEditor } from "./deadline-editor";
import type { Rule } from "./deadline-rule";
import { EditorForm } from "./editor-form";

type Props = {
  activityId: string;
  choices: SlotChoices;
  calendar: DeadlineCalendar;
  today: string;
  isFree: boolean;
  isLunch: boolean;
  slot?: SlotDetail;
};

const weekBefore: Rule = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" };
const twoWorkingDays: Rule = { kind: "daysBefore", days: 2, count: "working", time: "10:00" };

/** A slot, new or as it is, with both deadlines as families will read them. */
export function SlotForm({ activityId, choices, calendar, today, isFree, isLunch, slot }: Props) {
  const [startsAt, setStartsAt] = useState(slot?.startsAt.slice(0, 5) ?? "");
  const deadline = { startsAt, calendar, today };
  return (
    <EditorForm
      action={slot ? changeSlotAction : createSlotAction}
      hidden={slot ? { slotId: slot.id, revision: slot.revision } : { activityId }}
      submit={slot ? "Enregistrer" : "Créer le créneau"}
      done={slot && saidOf}
    >
      {(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <TextField label="Nom du créneau" defaultValue={slot?.label} {...field("label")} />
            <TextField
              label="Début"
              type="time"
              value={startsAt}
              onChange={(event) => setStartsAt(event.target.value)}
              {...field("startsAt")}
            />
            <TextField label="Fin" type="time" defaultValue={slot?.endsAt.slice(0, 5)} {...field("endsAt")} />
            <SelectField
              label="Groupe"
              options={[{ value: "", label: "Tous les enfants" }, ...choices.groups]}
              defaultValue={String(slot?.ageGroupId ?? "")}
              optional
              {...field("ageGroupId")}
            />
            <TextField
              label="Places"
              type="number"
              min={1}
              defaultValue={slot?.capacity}
              hint={slot && "Les jours à venir suivent, jamais sous le nombre d’enfants déjà réservés."}
              {...field("capacity")}
            />
            <SelectField
              label="Tarif"
              options={[{ value: "", label: isFree ? "Gratuit" : "Choisir" }, ...choices.tariffs]}
              defaultValue={slot?.tariffId ?? ""}
              optional={isFree}
              hint={slot && "Un autre tarif vaut pour les demandes à venir : un prix est fixé à la demande."}
              {...field("tariffId")}
            />
            <TextField
              label="Part qui n’est pas de la garde (€)"
              inputMode="decimal"
              defaultValue={amountTyped(slot?.nonCareCents ?? 0)}
              hint="Un repas compris, par exemple : hors attestation fiscale."
              {...field("nonCareCents")}
            />
          </div>
          <CheckField
            label="Un repas est servi"
            hint="Les enfants réservés comptent dans les repas à commander, avec leur régime."
            defaultChecked={slot ? slot.servesMeal : isLunch}
            {...field("servesMeal")}
          />
          <DeadlineEditor
            name="bookingDeadline"
            title="Délai de réservation"
            act="réservation possible"
            rule={slot?.bookingDeadline ?? weekBefore}
            error={field("bookingDeadline").error}
            {...deadline}
          />
          <DeadlineEditor
            name="cancellationDeadline"
            title="Délai d’annulation"
            act="annulation sans frais possible"
            rule={slot?.cancellationDeadline ?? twoWorkingDays}
            error={field("cancellationDeadline").error}
            {...deadline}
          />
        </>
      )}
    </EditorForm>
  );
}

function saidOf(data: unknown): string {
  const { rescheduled, keptTaken } = data as { rescheduled: number; keptTaken: number };
  return [
    "Le créneau est enregistré.",
    rescheduled > 0 && `Délais recalculés pour ${rescheduled} jours à venir.`,
    keptTaken > 0 && `${keptTaken} jours gardent plus de places : elles sont déjà prises.`,
  ]
    .filter(Boolean)
    .join(" ");
}
