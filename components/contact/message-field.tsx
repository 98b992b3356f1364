"use client";

import { type RefObject, useState } from "react";
import { describedBy, FieldFrame, inputClass } from "@/components/form/text-field";
import type { useWritten } from "@/components/form/use-written";
import { MAX_BODY } from "@/lib/contact/input";

/** From how many characters on one is told how many are left. */
const NEAR = 500;

type Props = {
  area: RefObject<HTMLTextAreaElement | null>;
  written: ReturnType<typeof useWritten>;
  label: string;
  hint?: string;
  error?: string;
  defaultValue?: string;
  rows?: number;
};

/** Where a message is written: kept as a draft, with what is left of its length once that matters. */
export function MessageField({ area, written, label, hint, error, defaultValue, rows = 6 }: Props) {
  const [length, setLength] = useState(0);
  const left = MAX_BODY - length;
  const said = written.isFound ? "Votre brouillon a été retrouvé." : hint;

  return (
    <FieldFrame id="body" label={label} hint={said} error={error}>
      <textarea
        ref={area}
        id="body"
        name="body"
        rows={rows}
        required
        defaultValue={defaultValue}
        {...describedBy("body", error, said)}
        onInput={({ currentTarget }) => {
          setLength(currentTarget.value.length);
          written.keep(currentTarget.value);
        }}
        className={`${inputClass} field-sizing-content max-h-[60dvh] min-h-32 py-2`}
      />
      <p role="status" className={`text-sm ${left < 0 ? "font-semibold text-cancel" : "text-ink-2"} empty:hidden`}>
        {left < NEAR && (left >= 0 ? `${left} caractères restants` : `${-left} caractères de trop`)}
      </p>
    </FieldFrame>
  );
}
