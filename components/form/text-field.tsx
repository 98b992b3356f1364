import type { ComponentProps } from "react";

type Props = ComponentProps<"input"> & {
  name: string;
  label: string;
  error?: string;
  hint?: string;
  /** Fields are required unless this says otherwise. */
  optional?: boolean;
};

export const inputClass =
  "block min-h-11 w-full rounded-control border border-line-strong bg-paper px-3 text-base text-ink placeholder:text-ink-3 aria-invalid:border-2 aria-invalid:border-cancel";

/** A labelled input with its hint and its error; it holds no state, so it works in posted forms too. */
export function TextField({ label, error, hint, optional = false, id, className = "", ...input }: Props) {
  const fieldId = id ?? input.name;

  return (
    <FieldFrame id={fieldId} label={label} error={error} hint={hint} optional={optional} className={className}>
      <input
        className={inputClass}
        required={!optional}
        {...describedBy(fieldId, error, hint)}
        {...input}
        id={fieldId}
      />
    </FieldFrame>
  );
}

type FrameProps = Pick<Props, "label" | "error" | "hint" | "optional" | "className" | "children"> & { id: string };

/** Label above, hint and error below: the order in which every field of the portal is read. */
export function FieldFrame({ id, label, error, hint, optional, className, children }: FrameProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-2"> (facultatif)</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-semibold text-cancel">
          {error}
        </p>
      )}
    </div>
  );
}

/** Ties an input to its hint and its error for those who listen. */
export function describedBy(id: string, error?: string, hint?: string) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { "aria-invalid": error ? true : undefined, "aria-describedby": ids || undefined };
}
