import type { ComponentProps, ReactNode } from "react";
import { describedBy } from "./text-field";

type Props = Omit<ComponentProps<"input">, "type"> & { name: string; label: ReactNode; hint?: string; error?: string };

/** One box to tick, with its words beside it. */
export function CheckField({ label, hint, error, id, className = "", ...input }: Props) {
  const fieldId = id ?? input.name;
  return (
    <div className={className}>
      <label htmlFor={fieldId} className="flex min-h-11 items-center gap-2.5">
        <input
          type="checkbox"
          {...describedBy(fieldId, error, hint)}
          {...input}
          id={fieldId}
          className="size-5 shrink-0 accent-primary"
        />
        {label}
      </label>
      {hint && (
        <p id={`${fieldId}-hint`} className="pl-7.5 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${fieldId}-error`} className="pl-7.5 text-sm font-semibold text-cancel">
          {error}
        </p>
      )}
    </div>
  );
}
