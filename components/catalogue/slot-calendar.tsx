"use client";

import { TextField } from "@/components/form/text-field";
import type { DeadlineCalendar } from "@/lib/catalogue/deadlines/rules";
import {
  closeDaysAction,
  publishCalendarAction,
  reopenDaysAction,
  setCapacityAction,
} from "@/lib/catalogue/opening/actions";
import type { OpenDay } from "@/lib/catalogue/opening/queries";
import { EditorForm } from "./editor-form";
import { type MonthDay, Months } from "./months";
import { Opening } from "./opening";
import { OpeningEditor } from "./opening-editor";
import type { ServiceKind } from "./opening-words";

type Props = { slotId: number; kind: ServiceKind; calendar: DeadlineCalendar; today: string; days: OpenDay[] };

/** The days of a slot: what is open and taken, and how to open more, close some, or change their places. */
export function SlotCalendar({ slotId, kind, calendar, today, days }: Props) {
  const open = days.filter(({ closedReason, date }) => closedReason === null && date >= today);
  return (
    <div className="grid gap-4">
      <p role="status" className="font-semibold">
        {open.length === 0 ? "Aucun jour n’est ouvert." : `${open.length} jours ouverts à partir d’aujourd’hui.`}
      </p>
      <Months days={new Map(days.map((day) => [day.date, lookOf(day)]))} caption="jours ouverts" />
      <Opening button summary="Ouvrir des jours" open={open.length === 0}>
        <EditorForm
          action={publishCalendarAction}
          hidden={{ slotId }}
          submit="Ouvrir ces jours"
          done={(data) => openedInWords(data as { opened: number; already: number })}
        >
          {(field) => (
            <OpeningEditor
              name="recipe"
              kind={kind}
              calendar={calendar}
              today={today}
              already={days.map(({ date }) => date)}
              error={field("recipe").error}
            />
          )}
        </EditorForm>
      </Opening>
      {days.length > 0 && <DayForms slotId={slotId} />}
    </div>
  );
}

function DayForms({ slotId }: { slotId: number }) {
  return (
    <>
      <Opening button summary="Fermer des jours">
        <EditorForm
          action={closeDaysAction}
          hidden={{ slotId }}
          submit="Fermer ces jours"
          done="Ces jours sont fermés."
          again
        >
          {(field) => (
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField label="Du" type="date" {...field("from")} id="fermer-du" />
              <TextField label="Au" type="date" {...field("to")} id="fermer-au" />
              <TextField label="Motif" hint="Les familles le liront." {...field("reason")} />
            </div>
          )}
        </EditorForm>
      </Opening>
      <Opening button summary="Rouvrir des jours">
        <EditorForm
          action={reopenDaysAction}
          hidden={{ slotId }}
          submit="Rouvrir ces jours"
          done="Ces jours sont rouverts."
          again
        >
          {(field) => (
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField label="Du" type="date" {...field("from")} id="rouvrir-du" />
              <TextField label="Au" type="date" {...field("to")} id="rouvrir-au" />
            </div>
          )}
        </EditorForm>
      </Opening>
      <Opening button summary="Changer les places de certains jours">
        <EditorForm
          action={setCapacityAction}
          hidden={{ slotId }}
          submit="Changer les places"
          done={(data) => capacityInWords(data as { changed: number; kept: number })}
        >
          {(field) => (
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField label="Du" type="date" {...field("from")} id="places-du" />
              <TextField
                label="Au"
                type="date"
                hint="Vide : tous les jours suivants."
                optional
                {...field("to")}
                id="places-au"
              />
              <TextField label="Places" type="number" min={0} {...field("capacity")} id="places-nombre" />
            </div>
          )}
        </EditorForm>
      </Opening>
    </>
  );
}

function lookOf({ capacity, taken, closedReason }: OpenDay): MonthDay {
  if (closedReason !== null) return { tone: "closed", words: `fermé, ${closedReason}` };
  const words = `${taken} sur ${capacity} places prises`;
  return { tone: taken >= capacity ? "full" : "already", words };
}

const openedInWords = ({ opened, already }: { opened: number; already: number }): string =>
  `${opened === 1 ? "1 jour est ouvert" : `${opened} jours sont ouverts`}${already > 0 ? ` ; ${already} l’étaient déjà.` : "."}`;

const capacityInWords = ({ changed, kept }: { changed: number; kept: number }): string =>
  kept === 0
    ? `Places changées pour ${changed} jours.`
    : `Places changées pour ${changed} jours, dont ${kept} gardent celles qui sont déjà prises.`;
