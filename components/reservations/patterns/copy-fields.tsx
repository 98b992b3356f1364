import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { PatternOffer } from "@/lib/reservations/patterns/rules";
import type { GridWeek } from "../grid-layout";
import type { PlanValues } from "./plan-values";

type SourceProps = { weeks: GridWeek[]; source: number; onSource: (index: number) => void };

/** Which week of the month is copied. */
export function SourceField({ weeks, source, onSource }: SourceProps) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>Semaine à copier</label>
      <select id={id} value={source} onChange={({ target }) => onSource(Number(target.value))}>
        {weeks.map(({ from, title }, index) => (
          <option key={from} value={index}>
            {title}
          </option>
        ))}
      </select>
    </p>
  );
}

const SHOWN = 8;

type Props = {
  offer: PatternOffer;
  /** The Monday of the week that is copied. */
  source: string | undefined;
  values: PlanValues;
  set: (change: Partial<PlanValues>) => void;
};

/** To which weeks it is copied: those of school first, a few at a time. */
export function TargetWeeks({ offer, source, values: { mondays }, set }: Props) {
  const [isLong, setLong] = useState(false);
  const weeks = offer.weeks.slice(1).filter(({ monday }) => monday !== source);
  const shown = isLong ? weeks : weeks.slice(0, SHOWN);
  const toggle = (monday: string, on: boolean) => {
    const next = new Set(mondays);
    on ? next.add(monday) : next.delete(monday);
    set({ mondays: next });
  };

  return (
    <fieldset>
      <legend>Vers quelles semaines ?</legend>
      <div className="choices targets">
        {shown.map(({ monday, words, note }) => (
          <label key={monday} className="choice">
            <input
              type="checkbox"
              checked={mondays.has(monday)}
              onChange={({ target }) => toggle(monday, target.checked)}
            />
            <span>
              {words}
              {note && <small>{note}</small>}
            </span>
          </label>
        ))}
      </div>
      {!isLong && weeks.length > SHOWN && (
        <Button variant="ghost" size="small" onClick={() => setLong(true)} className="-ml-3">
          Plus de semaines
        </Button>
      )}
    </fieldset>
  );
}
