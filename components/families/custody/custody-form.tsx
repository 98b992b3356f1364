"use client";

import type { ReactNode } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { setCustodyAction } from "@/lib/families/custody/actions";

export type CustodyFormView = {
  householdId: string;
  childId: string;
  homes: { id: string; name: string }[];
  /** What the schedule in force says, by field. */
  typed: Record<string, string>;
  today: string;
  /** Applies at once, or waits for the structure. */
  isModerated: boolean;
};

const rhythms = [
  { value: "weeks", label: "Une semaine sur deux" },
  { value: "cycle", label: "2 jours, 2 jours, 3 jours" },
  { value: "none", label: "Aucun rythme régulier" },
];

const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].map((label, index) => ({
  value: String(index + 1),
  label,
}));

/** Who has the child when; a posted form, so that it also works without JavaScript. */
export function CustodyForm({ householdId, childId, homes, typed, today, isModerated }: CustodyFormView) {
  const { result, post, field, summary } = usePostedForm(setCustodyAction);
  const of = (name: string, fallback = "") => {
    const { defaultValue, ...rest } = field(name);
    return { ...rest, defaultValue: defaultValue ?? typed[name] ?? fallback };
  };
  const either = homes.map(({ id, name }) => ({ value: id, label: name }));
  const nobody = [{ value: "", label: "Sans règle particulière" }, ...either];
  return (
    <form action={post} noValidate className="grid gap-5" key={JSON.stringify(result?.values ?? typed)}>
      {result?.ok && (
        <Notice
          tone="success"
          role="status"
          title={isModerated ? "Votre demande est envoyée à la structure." : "Le calendrier de garde est enregistré."}
        />
      )}
      <FormSummary {...summary} />
      <HiddenFields fields={{ householdId, childId }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...of("effectiveFrom", today)} label="À partir du" type="date" />
        <SelectField {...of("rhythm", "weeks")} label="Rythme" options={rhythms} />
        <SelectField
          {...of("first", either[0]?.value)}
          label="Semaines paires, ou premiers jours du rythme"
          options={either}
          className="sm:col-span-2"
        />
        <SelectField {...of("switchWeekday", "1")} label="Jour du changement" options={weekdays} />
        <TextField
          {...of("switchTime", "00:00")}
          label="Heure du changement"
          type="time"
          hint="Lundi 00:00 : la semaine entière, du lundi au dimanche."
        />
      </div>
      <Part title="Vacances scolaires">
        <SelectField
          {...of("holidays")}
          label="Première moitié, les années paires"
          options={nobody}
          optional
          className="sm:col-span-2"
        />
      </Part>
      <Part title="Un jour fixe">
        <SelectField
          {...of("weekday")}
          label="Jour de la semaine"
          options={[{ value: "", label: "Aucun" }, ...weekdays]}
          optional
        />
        <SelectField {...of("weekdayHousehold")} label="Ce jour-là" options={nobody} optional />
      </Part>
      <Part title="Une exception">
        <TextField {...of("exceptionFrom")} label="Premier jour" type="date" optional />
        <TextField {...of("exceptionTo")} label="Dernier jour" type="date" optional />
        <SelectField {...of("exceptionHousehold")} label="Ces jours-là" options={nobody} optional />
      </Part>
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="forgetExceptions" className="size-5 accent-primary" />
        Oublier les exceptions déjà enregistrées
      </label>
      <div>
        <SubmitButton variant="primary">{isModerated ? "Demander ce calendrier" : "Enregistrer"}</SubmitButton>
      </div>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line pt-4">
      <legend className="float-left mb-3 w-full font-semibold">{title}</legend>
      <div className="clear-both grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
