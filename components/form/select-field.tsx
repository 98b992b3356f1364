import type { ComponentProps } from "react";
import { describedBy, FieldFrame, inputClass } from "./text-field";

type Props = ComponentProps<"select"> & {
  name: string;
  label: string;
  /** What may be chosen; the first one, empty, invites to choose. */
  options: readonly { value: string; label: string }[];
  error?: string;
  hint?: string;
  optional?: boolean;
};

/** A labelled list of choices; like the other fields it holds no state. */
export function SelectField({ label, options, error, hint, optional = false, id, className = "", ...select }: Props) {
  const fieldId = id ?? select.name;

  return (
    <FieldFrame id={fieldId} label={label} error={error} hint={hint} optional={optional} className={className}>
      <select
        className={inputClass}
        required={!optional}
        {...describedBy(fieldId, error, hint)}
        {...select}
        id={fieldId}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
