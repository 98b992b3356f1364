"use client";

import { type FormEvent, useState } from "react";
import { TextField } from "@/components/form/text-field";
import { setWindowAction } from "@/lib/catalogue/windows/actions";
import { windowInput } from "@/lib/catalogue/windows/input";
import type { WindowRow } from "@/lib/catalogue/windows/queries";
import { windowInWords } from "@/lib/catalogue/windows/rules";
import { dateOf } from "@/lib/core/calendar";
import { localTime } from "@/lib/core/format-date";
import { EditorForm } from "./editor-form";

type Props = { activityId: string; window?: WindowRow };

/** One window, new or as it is, with what families will read, by the rules of the server. */
export function WindowForm({ activityId, window }: Props) {
  const known = valuesOf(window);
  const [typed, setTyped] = useState<Record<string, string>>(known);
  const hidden = { activityId, ...(window && { windowId: window.id }) };
  const read = ({ currentTarget }: FormEvent<HTMLDivElement>) => {
    const inputs = [...currentTarget.querySelectorAll("input")];
    setTyped(Object.fromEntries(inputs.map(({ name, value }) => [name, value])));
  };
  const id = (name: string) => `fenetre-${window?.id ?? "nouvelle"}-${name}`;

  return (
    <EditorForm
      action={setWindowAction}
      hidden={hidden}
      submit={window ? "Enregistrer" : "Ajouter cette période"}
      done="La période est enregistrée : les familles la voient dès maintenant."
      again={!window}
    >
      {(field) => {
        const input = (name: keyof typeof known) => ({ ...field(name), id: id(name), defaultValue: known[name] });
        return (
          <div className="grid gap-4" onInput={read}>
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <TextField label="Premier jour à réserver" type="date" {...input("firstDay")} />
              <TextField label="Dernier jour à réserver" type="date" {...input("lastDay")} />
              <TextField label="Ouverture à tous, le" type="date" {...input("opensOn")} />
              <TextField label="Heure d’ouverture" type="time" {...input("opensTime")} />
              <TextField label="Commune d’abord, dès le" type="date" optional {...input("residentsOn")} />
              <TextField label="Heure, commune" type="time" optional {...input("residentsTime")} />
              <TextField label="Clôture" type="date" optional {...input("closesOn")} />
              <TextField label="Heure de clôture" type="time" optional {...input("closesTime")} />
            </div>
            <Preview typed={{ ...typed, activityId }} />
          </div>
        );
      }}
    </EditorForm>
  );
}

/** What families will read, once there is enough to tell. */
function Preview({ typed }: { typed: Record<string, string> }) {
  const { data } = windowInput.safeParse(typed);
  return (
    <div aria-live="polite" className="rounded-control bg-sunk p-3 text-sm">
      {data
        ? windowInWords({
            ...data,
            opensAt: data.opensAt.getTime(),
            residentsOpenAt: data.residentsOpenAt?.getTime() ?? null,
            closesAt: data.closesAt?.getTime() ?? null,
          }).map((sentence) => <p key={sentence}>{sentence}</p>)
        : "Ce que les familles liront s’écrit ici dès que les dates et l’heure d’ouverture sont choisies."}
    </div>
  );
}

const dayOf = (at?: number | null) => (at ? dateOf(new Date(at)) : "");
const timeOf = (at?: number | null) => (at ? localTime(new Date(at)).slice(0, 5) : "");

const valuesOf = (window?: WindowRow) => ({
  firstDay: window?.firstDay ?? "",
  lastDay: window?.lastDay ?? "",
  opensOn: dayOf(window?.opensAt),
  opensTime: timeOf(window?.opensAt) || "08:30",
  residentsOn: dayOf(window?.residentsOpenAt),
  residentsTime: timeOf(window?.residentsOpenAt),
  closesOn: dayOf(window?.closesAt),
  closesTime: timeOf(window?.closesAt),
});
