"use client";

import { useState } from "react";
import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import { type SchoolYear, schoolYearsFrom } from "@/lib/catalogue/calendar/rules";
import type { DeadlineCalendar } from "@/lib/catalogue/deadlines/rules";
import { planDays, type Recipe } from "@/lib/catalogue/opening/rules";
import { dayInWords, numericDate } from "@/lib/core/format-date";
import { weekdayWords } from "./catalogue-words";
import { Months } from "./months";
import { countInWords, leftOutOf, monthDays, recipeFor, type ServiceKind } from "./opening-words";

type Props = {
  name: string;
  kind: ServiceKind;
  calendar: DeadlineCalendar;
  today: string;
  /** Days that are open already. */
  already: string[];
  error?: string | undefined;
};

/** Which days open: a school year, its school days, Wednesdays and holidays; the months show it at once. */
export function OpeningEditor({ name, kind, calendar, today, already, error }: Props) {
  const years = schoolYearsFrom(today, calendar.zone, calendar);
  const [label, setLabel] = useState(years.find(({ isKnown }) => isKnown)?.label ?? years[0]?.label ?? "");
  const year = years.find((one) => one.label === label);
  const [recipe, setRecipe] = useState<Recipe | undefined>(year?.isKnown ? recipeFor(kind, year, today) : undefined);

  const choose = (chosen: string) => {
    const next = years.find((one) => one.label === chosen);
    setLabel(chosen);
    setRecipe(next?.isKnown ? recipeFor(kind, next, today) : undefined);
  };

  return (
    <div className="grid gap-4" id={name}>
      {recipe && <input type="hidden" name={name} value={JSON.stringify(recipe)} />}
      {error && <p className="text-sm font-semibold text-cancel">{error}</p>}
      <SelectField
        label="Année scolaire"
        name=""
        id={`${name}-annee`}
        options={years.map((one) => ({
          value: one.label,
          label: one.isKnown ? one.label : `${one.label} (calendrier non publié)`,
        }))}
        value={label}
        onChange={(event) => choose(event.target.value)}
        className="max-w-80"
      />
      {!recipe || !year ? (
        <Notice tone="warning" title={`Le calendrier ${label} n’est pas publié\u00a0: rien ne peut être ouvert.`}>
          Aucune date n’est devinée. Quand le ministère l’aura publié, il sera proposé ici ; en attendant, une année
          scolaire peut être saisie dans la page de la structure.
        </Notice>
      ) : (
        <>
          <Choices name={name} year={year} today={today} recipe={recipe} change={setRecipe} />
          <Preview recipe={recipe} calendar={calendar} already={already} />
        </>
      )}
    </div>
  );
}

type ChoicesProps = { name: string; year: SchoolYear; today: string; recipe: Recipe; change: (recipe: Recipe) => void };

function Choices({ name, year, today, recipe, change }: ChoicesProps) {
  const toggled = <T,>(list: T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  const id = (part: string) => `${name}-${part}`;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="Du"
        type="date"
        name=""
        id={id("from")}
        value={recipe.from}
        onChange={(event) => event.target.value && change({ ...recipe, from: event.target.value })}
      />
      <TextField
        label="Au"
        type="date"
        name=""
        id={id("to")}
        value={recipe.to}
        onChange={(event) => event.target.value && change({ ...recipe, to: event.target.value })}
      />
      <fieldset>
        <legend className="font-semibold">Périodes</legend>
        <CheckField
          label="Jours d’école"
          name=""
          id={id("ecole")}
          checked={recipe.schoolDays}
          onChange={(event) => change({ ...recipe, schoolDays: event.target.checked })}
        />
        <CheckField
          label="Mercredis"
          name=""
          id={id("mercredis")}
          checked={recipe.wednesdays}
          onChange={(event) => change({ ...recipe, wednesdays: event.target.checked })}
        />
        {year.holidays
          .filter(({ lastDayOff }) => lastDayOff >= today)
          .map(({ label, firstDayOff, lastDayOff }) => (
            <CheckField
              key={firstDayOff}
              label={`${label} (${numericDate(firstDayOff)} – ${numericDate(lastDayOff)})`}
              name=""
              id={id(firstDayOff)}
              checked={recipe.holidays.includes(firstDayOff)}
              onChange={() => change({ ...recipe, holidays: toggled(recipe.holidays, firstDayOff) })}
            />
          ))}
      </fieldset>
      <fieldset>
        <legend className="font-semibold">Jours de la semaine</legend>
        {weekdayWords.map((word, index) => (
          <CheckField
            key={word}
            label={word}
            name=""
            id={id(word)}
            checked={recipe.weekdays.includes(index + 1)}
            onChange={() => change({ ...recipe, weekdays: toggled(recipe.weekdays, index + 1) })}
          />
        ))}
      </fieldset>
    </div>
  );
}

function Preview({ recipe, calendar, already }: { recipe: Recipe; calendar: DeadlineCalendar; already: string[] }) {
  if (recipe.from > recipe.to) return <Notice tone="warning" title="La fin de la période est avant son début." />;
  const planned = planDays(recipe, calendar);
  const leftOut = leftOutOf(planned);
  return (
    <div className="grid gap-3">
      <p role="status" className="font-semibold">
        {countInWords(planned, new Set(already))}
      </p>
      {leftOut.length > 0 && (
        <details>
          <summary className="inline-flex min-h-9 items-center text-sm underline underline-offset-3">
            Jours laissés de côté ({leftOut.length})
          </summary>
          <ul className="grid gap-1 text-sm text-ink-2 sm:grid-cols-2">
            {leftOut.map(({ date, why }) => (
              <li key={date}>
                {dayInWords(date)} : {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Months days={monthDays(planned, new Set(already))} caption="jours qui ouvrent" />
    </div>
  );
}
