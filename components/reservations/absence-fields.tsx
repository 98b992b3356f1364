import { useId } from "react";
import type { MonthView } from "@/lib/reservations/rules";
import { colourOf } from "./cell-looks";

export type AbsenceValues = { childId: string; from: string; to: string; reason: "illness" | "other"; note: string };

type Props = {
  view: MonthView;
  values: AbsenceValues;
  problems: Record<string, string[] | undefined>;
  onChange: (values: AbsenceValues) => void;
};

export function AbsenceFields({ view, values, problems, onChange }: Props) {
  const id = useId();
  const set = (change: Partial<AbsenceValues>) => onChange({ ...values, ...change });
  const day = (name: "from" | "to", label: string, min?: string) => {
    const [problem] = problems[name] ?? [];
    return (
      <p>
        <label htmlFor={`${id}-${name}`}>{label}</label>
        <input
          id={`${id}-${name}`}
          type="date"
          required
          min={min}
          value={values[name]}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-${name}-problem` : undefined}
          onChange={({ target }) =>
            set(name === "from" ? { from: target.value, to: latest(values.to, target.value) } : { to: target.value })
          }
        />
        {problem && (
          <span id={`${id}-${name}-problem`} className="problem">
            {problem}
          </span>
        )}
      </p>
    );
  };

  return (
    <>
      <fieldset>
        <legend>Quel enfant ?</legend>
        {view.children.map((child) => (
          <label key={child.id} className={`choice ${colourOf(child.rank)}`}>
            <input
              type="radio"
              name={`${id}-child`}
              required
              checked={values.childId === child.id}
              onChange={() => set({ childId: child.id })}
            />
            {child.firstName}
          </label>
        ))}
      </fieldset>
      <div className="days">
        {day("from", "Premier jour")}
        {day("to", "Dernier jour", values.from)}
      </div>
      <fieldset>
        <legend>Motif</legend>
        {(["illness", "other"] as const).map((reason) => (
          <label key={reason} className="choice">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={values.reason === reason}
              onChange={() => set({ reason })}
            />
            {reason === "illness" ? "Maladie" : "Autre motif"}
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor={`${id}-note`}>
          Message à la structure <span>(facultatif)</span>
        </label>
        <textarea
          id={`${id}-note`}
          rows={2}
          maxLength={300}
          value={values.note}
          onChange={({ target }) => set({ note: target.value })}
        />
      </p>
    </>
  );
}

const latest = (one: string, other: string) => [one, other].sort()[1] ?? one;
