import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import type { OfferedWeek, PatternOffer } from "@/lib/reservations/patterns/rules";
import type { PlanValues, Rhythm } from "./plan-values";

type Problems = Record<string, string[] | undefined>;
type Props = {
  offer: PatternOffer;
  values: PlanValues;
  problems: Problems;
  set: (change: Partial<PlanValues>) => void;
};

const rhythms: [Rhythm, string][] = [
  ["weekly", "Chaque semaine"],
  ["parity", "Semaines paires et impaires"],
  ["alternate", "Une semaine sur deux"],
];

/** Every week, or one and the other: said by the number of the week, or from a week on. */
export function RhythmFields({ offer, values: { rhythm, alternateFrom, to }, set }: Props) {
  const id = useId();
  const repeated = offer.weeks.find(({ number, monday }) => number === 53 && monday <= to);
  return (
    <fieldset>
      <legend>Quelles semaines ?</legend>
      <div className="choices">
        {rhythms.map(([value, words]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={`${id}-rhythm`}
              checked={rhythm === value}
              onChange={() => set({ rhythm: value })}
            />
            {words}
          </label>
        ))}
      </div>
      {rhythm === "parity" && (
        <p className="hint">
          {parityInWords(offer.weeks[0])}
          {repeated &&
            ` La semaine 53, du ${repeated.words}, et la semaine 1 qui la suit sont toutes deux impaires : pour alterner sans exception, choisissez « Une semaine sur deux ».`}
        </p>
      )}
      {rhythm === "alternate" && (
        <p className="field">
          <label htmlFor={`${id}-from`}>La semaine A est celle du</label>
          <select
            id={`${id}-from`}
            value={alternateFrom}
            onChange={({ target }) => set({ alternateFrom: target.value })}
          >
            {offer.weeks.slice(0, 2).map(({ monday, words }) => (
              <option key={monday} value={monday}>
                {words}
              </option>
            ))}
          </select>
        </p>
      )}
    </fieldset>
  );
}

const parityInWords = (week: OfferedWeek | undefined) =>
  week ? `Cette semaine, la ${week.number}, est ${week.number % 2 === 0 ? "paire" : "impaire"}.` : "";

/** From a day to another, and the days that are left out. */
export function DaysFields({ offer, values, problems, set }: Props) {
  const { from, to, except } = values;
  const addException = () => {
    set({ except: [...except, { key: (except.at(-1)?.key ?? 0) + 1, from, to: from }] });
  };
  const change = (key: number, days: { from?: string; to?: string }) =>
    set({ except: except.map((one) => (one.key === key ? ordered({ ...one, ...days }) : one)) });

  return (
    <fieldset>
      <legend>Pendant combien de temps ?</legend>
      <div className="days">
        <DayField label="Du" value={from} min={offer.from} problem={problems.from} onChange={(from) => set({ from })} />
        <DayField label="Jusqu’au" value={to} min={from} problem={problems.to} onChange={(to) => set({ to })} />
      </div>
      {except.map(({ key, ...days }, index) => (
        <div className="days except" key={key}>
          <DayField
            label={`Sauf du, exception ${index + 1}`}
            shown="Sauf du"
            value={days.from}
            onChange={(from) => change(key, { from })}
          />
          <DayField
            label={`Au, exception ${index + 1}`}
            shown="au"
            value={days.to}
            min={days.from}
            onChange={(to) => change(key, { to })}
          />
          <Button
            variant="ghost"
            aria-label={`Retirer l’exception ${index + 1}`}
            onClick={() => set({ except: except.filter((one) => one.key !== key) })}
          >
            <Trash2 className="size-5" aria-hidden="true" />
          </Button>
        </div>
      ))}
      {except.length < 20 && (
        <Button variant="ghost" size="small" onClick={addException} className="-ml-3">
          <Plus className="size-4" aria-hidden="true" />
          Ajouter une exception
        </Button>
      )}
    </fieldset>
  );
}

const ordered = <Days extends { from: string; to: string }>(days: Days): Days =>
  days.to < days.from ? { ...days, to: days.from } : days;

type DayProps = {
  label: string;
  shown?: string;
  value: string;
  min?: string;
  problem?: string[];
  onChange: (value: string) => void;
};

function DayField({ label, shown, value, min, problem, onChange }: DayProps) {
  const id = useId();
  const [sentence] = problem ?? [];
  return (
    <p className="field">
      <label htmlFor={id}>
        <span aria-hidden={shown ? true : undefined}>{shown ?? label}</span>
        {shown && <span className="sr-only">{label}</span>}
      </label>
      <input
        id={id}
        type="date"
        required
        min={min}
        value={value}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={sentence ? `${id}-problem` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {sentence && (
        <span id={`${id}-problem`} className="problem">
          {sentence}
        </span>
      )}
    </p>
  );
}
