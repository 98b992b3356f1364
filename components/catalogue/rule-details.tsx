import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { weekdayWords } from "./catalogue-words";
import type { Rule } from "./deadline-rule";

type Props = { rule: Rule; change: (rule: Rule) => void; id: (part: string) => string };

const counts = [
  { value: "calendar", label: "jours, tous comptés" },
  { value: "working", label: "jours ouvrés (lundi à vendredi, hors fériés)" },
  { value: "school", label: "jours d’école" },
];
const weekdays = weekdayWords.map((label, index) => ({ value: String(index + 1), label }));
const weeks = [
  { value: "0", label: "le dernier avant le service" },
  { value: "1", label: "de la semaine précédente" },
  { value: "2", label: "deux semaines avant" },
];
const skips = [
  ["weekends", "Samedis et dimanches"],
  ["publicHolidays", "Jours fériés"],
  ["closedDays", "Fermetures de la structure"],
  ["schoolHolidays", "Congés scolaires"],
] as const;
const shifts = [
  { value: "earlier", label: "Avancer au dernier jour qui compte" },
  { value: "stay", label: "Garder ce jour" },
];

/** What each kind of rule asks for. */
export function RuleDetails({ rule, change, id }: Props) {
  if (rule.kind === "none") return null;
  return (
    <>
      <Numbers rule={rule} change={change} id={id} />
      {rule.kind !== "hoursBefore" && (
        <TextField
          label="À"
          type="time"
          name=""
          id={id("time")}
          hint="00:00 : la veille à 23 h 59."
          value={rule.time.slice(0, 5)}
          onChange={(event) => event.target.value && change({ ...rule, time: event.target.value })}
        />
      )}
      <Skipped rule={rule} change={change} id={id} />
    </>
  );
}

function Numbers({ rule, change, id }: Props) {
  const number = (label: string, value: number, max: number, set: (value: number) => Rule) => (
    <TextField
      label={label}
      type="number"
      name=""
      id={id("number")}
      min={0}
      max={max}
      value={value}
      onChange={(event) => change(set(Math.min(max, Math.max(0, Math.trunc(event.target.valueAsNumber) || 0))))}
    />
  );
  switch (rule.kind) {
    case "daysBefore":
      return (
        <>
          {number("Combien de jours", rule.days, 90, (days) => ({ ...rule, days }))}
          <SelectField
            label="Ce qui compte"
            name=""
            id={id("count")}
            options={counts}
            value={rule.count}
            onChange={(event) => change({ ...rule, count: event.target.value as typeof rule.count })}
          />
        </>
      );
    case "weekdayBefore":
      return (
        <>
          <SelectField
            label="Le"
            name=""
            id={id("weekday")}
            options={weekdays}
            value={String(rule.weekday)}
            onChange={(event) => change({ ...rule, weekday: Number(event.target.value) })}
          />
          <SelectField
            label="Lequel"
            name=""
            id={id("weeks")}
            options={weeks}
            value={String(rule.weeks)}
            onChange={(event) => change({ ...rule, weeks: Number(event.target.value) as typeof rule.weeks })}
          />
        </>
      );
    case "dayOfPreviousMonth":
      return number("Le", rule.day, 31, (day) => ({ ...rule, day: Math.max(1, day) }));
    case "hoursBefore":
      return number("Combien d’heures", rule.hours, 720, (hours) => ({ ...rule, hours }));
    case "none":
      return null;
  }
}

function Skipped({ rule, change, id }: Props) {
  const isSkipping = skips.some(([name]) => rule.skip?.[name]);
  return (
    <details open={isSkipping || undefined} className="sm:col-span-2 lg:col-span-4">
      <summary className="inline-flex min-h-9 items-center text-sm underline underline-offset-3">
        Ne pas compter certains jours
      </summary>
      <fieldset>
        <legend className="sr-only">Jours qui ne comptent pas</legend>
        <div className="flex flex-wrap items-center gap-x-5">
          {skips.map(([name, label]) => (
            <CheckField
              key={name}
              label={label}
              name=""
              id={id(name)}
              checked={rule.skip?.[name] ?? false}
              onChange={(event) => change({ ...rule, skip: { ...rule.skip, [name]: event.target.checked } })}
            />
          ))}
        </div>
        {isSkipping && (
          <SelectField
            label="Si l’échéance tombe un de ces jours"
            name=""
            id={id("shift")}
            options={shifts}
            value={rule.onSkippedDay ?? "earlier"}
            onChange={(event) =>
              change({ ...rule, onSkippedDay: event.target.value as NonNullable<Rule["onSkippedDay"]> })
            }
            className="max-w-90"
          />
        )}
      </fieldset>
    </details>
  );
}
