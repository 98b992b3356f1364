"use client";

import { useState } from "react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { DeadlineCalendar } from "@/lib/catalogue/deadlines/rules";
import { deadlineSentence, exampleDays, kindOptions, type Rule, ruleOf } from "./deadline-rule";
import { RuleDetails } from "./rule-details";

type Props = {
  name: string;
  title: string;
  /** "réservation possible", as the family will read it. */
  act: string;
  rule: Rule;
  startsAt: string;
  calendar: DeadlineCalendar;
  today: string;
  error: string | undefined;
};

/** A deadline of any kind, with the sentence that families will read, by the rules of the server. */
export function DeadlineEditor({ name, title, act, rule: initial, startsAt, calendar, today, error }: Props) {
  const [rule, setRule] = useState(initial);
  const [own, setOwn] = useState("");
  const days = [...exampleDays(today, calendar), ...(own ? [own] : [])];
  const id = (part: string) => `${name}-${part}`;
  const starts = /^\d\d:\d\d/.test(startsAt) ? startsAt : "08:00";

  return (
    <fieldset className="border-t border-line pt-4" id={name}>
      <legend className="float-left mb-3 w-full font-semibold">{title}</legend>
      <div className="clear-both grid gap-4">
        <input type="hidden" name={name} value={JSON.stringify(rule)} />
        {error && <p className="text-sm font-semibold text-cancel">{error}</p>}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            label="Jusqu’à"
            name=""
            id={id("kind")}
            options={kindOptions}
            value={rule.kind}
            onChange={(event) => setRule(ruleOf(event.target.value as Rule["kind"], rule))}
          />
          <RuleDetails rule={rule} change={setRule} id={id} />
        </div>
        <div className="rounded-control bg-sunk p-3 text-sm">
          <ul aria-live="polite" aria-label={`${title} : ce que les familles liront`} className="grid gap-1">
            {days.map((date) => (
              <li key={date}>{deadlineSentence(rule, { date, startsAt: starts, act }, calendar)}</li>
            ))}
          </ul>
          <TextField
            label="Essayer avec un autre jour"
            type="date"
            name=""
            id={id("own")}
            optional
            value={own}
            onChange={(event) => setOwn(event.target.value)}
            className="mt-3 max-w-60"
          />
        </div>
      </div>
    </fieldset>
  );
}
