"use client";

import { type ChangeEvent, type ComponentProps, useEffect, useRef, useState } from "react";
import { PasswordField } from "@/components/form/password-field";
import { passwordAdvice } from "@/lib/accounts/rules";
import { PasswordMeter } from "./password-meter";

type Props = Omit<ComponentProps<typeof PasswordField>, "label" | "autoComplete"> & { email: string };

/** A password to choose: what is asked of it, and as one types, how hard it is to guess. */
export function NewPasswordField({ email, onChange, ...field }: Props) {
  const [typed, setTyped] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const adviceId = `${field.name}-advice`;

  // What was typed before the script arrived.
  useEffect(() => setTyped(place.current?.querySelector("input")?.value ?? ""), []);

  const follow = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value);
    return onChange?.(event);
  };

  return (
    <div ref={place}>
      <PasswordField
        label="Nouveau mot de passe"
        autoComplete="new-password"
        {...field}
        onChange={follow}
        aria-describedby={field.error ? `${field.name}-error ${adviceId}` : adviceId}
      />
      <PasswordMeter typed={typed} email={email} isRefused={Boolean(field.error)} />
      <div id={adviceId} className="text-sm text-ink-2">
        <p>Au choix :</p>
        <ul className="list-disc pl-5">
          {passwordAdvice.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
