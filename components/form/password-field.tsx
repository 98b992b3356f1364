"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { describedBy, FieldFrame, inputClass } from "./text-field";

type Props = Omit<ComponentProps<"input">, "type"> & { name: string; label: string; error?: string; hint?: string };

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, error, hint, id, className = "", ...input }: Props) {
  const [shown, setShown] = useState(false);
  const fieldId = id ?? input.name;
  const Icon = shown ? EyeOff : Eye;

  return (
    <FieldFrame id={fieldId} label={label} error={error} hint={hint} className={className}>
      <div className="relative">
        <input
          required
          {...describedBy(fieldId, error, hint)}
          {...input}
          id={fieldId}
          type={shown ? "text" : "password"}
          className={`${inputClass} pr-12 noscript:pr-3`}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-label="Afficher le mot de passe"
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-control text-ink-2 hover:text-ink noscript:hidden"
        >
          <Icon />
        </button>
      </div>
    </FieldFrame>
  );
}
