import type { ComponentProps } from "react";
import { describedBy, FieldFrame, inputClass } from "./text-field";

type Props = ComponentProps<"textarea"> & {
  name: string;
  label: string;
  error?: string;
  hint?: string;
  optional?: boolean;
};

/** A few lines to write in. */
export function TextArea({ label, error, hint, optional = false, id, className = "", ...area }: Props) {
  const fieldId = id ?? area.name;

  return (
    <FieldFrame id={fieldId} label={label} error={error} hint={hint} optional={optional} className={className}>
      <textarea
        rows={3}
        className={`${inputClass} py-2`}
        required={!optional}
        {...describedBy(fieldId, error, hint)}
        {...area}
        id={fieldId}
      />
    </FieldFrame>
  );
}
