"use client";

import { TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { inputClass } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { localTime } from "@/lib/core/format-date";
import type { RollCallChild } from "@/lib/reservations/attendance/queries";
import { type Departure, isNamed } from "@/lib/reservations/attendance/rules";

type Props = {
  id: string;
  child: RollCallChild;
  departure: Departure;
  /** Says it again, with another hour or person; the later word counts. */
  onSay: (said: { leftAt: string; collectedBy?: string }) => void;
};

const ALONE = "Parti seul";

/** With whom a child has left, one touch for those whom the family named; and the hour, when it must be put right. */
export function DeparturePanel({ id, child, departure, onSay }: Props) {
  const { allowed, forbidden, leavesAlone } = child;
  const [other, setOther] = useState("");
  const fields = useId();
  const names = [...(leavesAlone === null ? [] : [ALONE]), ...allowed.map(({ name }) => name)];
  const isBarred = isNamed(
    other,
    forbidden.map(({ name }) => name),
  );
  const say = (collectedBy: string | undefined) => onSay({ leftAt: departure.at, collectedBy });
  const isOther = departure.collectedBy !== null && !names.includes(departure.collectedBy);
  return (
    <div id={id} className="mt-3 grid gap-3 border-t border-line pt-3">
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-sm font-semibold">
          Parti avec qui ?<span className="sr-only"> {child.firstName}</span>
        </legend>
        <div className="flex flex-wrap gap-2">
          {names.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={departure.collectedBy === name}
              onClick={() => say(departure.collectedBy === name ? undefined : name)}
              className="min-h-12 rounded-control border border-line-strong bg-paper px-4 font-semibold aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary"
            >
              {name}
            </button>
          ))}
          {isOther && <span className="inline-flex min-h-12 items-center font-semibold">{departure.collectedBy}</span>}
        </div>
      </fieldset>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isBarred || other.trim() === "") return;
          say(other.trim());
          setOther("");
        }}
      >
        <label htmlFor={`${fields}-autre`} className="grid grow basis-48 gap-1 text-sm font-semibold">
          Une autre personne
          <input
            id={`${fields}-autre`}
            autoComplete="off"
            maxLength={120}
            value={other}
            aria-invalid={isBarred || undefined}
            aria-describedby={isBarred ? `${fields}-interdit` : undefined}
            onChange={({ target }) => setOther(target.value)}
            className={`${inputClass} min-h-12 font-normal`}
          />
        </label>
        <Button type="submit" className="min-h-12" aria-disabled={isBarred || undefined}>
          Noter
        </Button>
        <label htmlFor={`${fields}-heure`} className="grid gap-1 text-sm font-semibold">
          Heure
          <input
            id={`${fields}-heure`}
            type="time"
            value={localTime(new Date(departure.at))}
            onChange={({ target }) => {
              const leftAt = movedTo(departure.at, target.value);
              if (leftAt) onSay({ leftAt, collectedBy: departure.collectedBy ?? undefined });
            }}
            className={`${inputClass} min-h-12 w-32 font-normal`}
          />
        </label>
      </form>
      {isBarred && (
        <p
          id={`${fields}-interdit`}
          role="alert"
          className="flex items-center gap-2 rounded-control bg-cancel px-3 py-2 font-semibold text-paper"
        >
          <TriangleAlert />
          Ne lui remettez pas l’enfant (décision de justice) : appelez la direction.
        </p>
      )}
    </div>
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The same instant at another hour of its day; undefined for one that has not come. */
function movedTo(at: string, time: string): string | undefined {
  if (!time) return undefined;
  const moved = Date.parse(at) + (minutesOf(time) - minutesOf(localTime(new Date(at)))) * 60_000;
  return moved <= Date.now() ? new Date(moved).toISOString() : undefined;
}
