"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { type ChangeEvent, type ComponentProps, useState } from "react";
import { PasswordField } from "@/components/form/password-field";
import { passwordAdvice, passwordProblem } from "@/lib/accounts/rules";

type Props = Omit<ComponentProps<typeof PasswordField>, "label" | "autoComplete"> & { email: string };

/** A password to choose: what is asked of it, and as one types, whether it is there yet. */
export function NewPasswordField({ email, onChange, ...field }: Props) {
  const [typed, setTyped] = useState("");
  const adviceId = `${field.name}-advice`;

  const follow = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value);
    return onChange?.(event);
  };

  return (
    <div>
      <PasswordField
        label="Nouveau mot de passe"
        autoComplete="new-password"
        {...field}
        onChange={follow}
        aria-describedby={field.error ? `${field.name}-error ${adviceId}` : adviceId}
      />
      <p role="status" className="my-1.5 min-h-6 text-sm noscript:hidden">
        {typed && !field.error && <Verdict problem={passwordProblem(typed, { email })} />}
      </p>
      <div id={adviceId} className="text-sm text-ink-2">
        <p>Au choix :</p>
        <ul className="list-disc pl-5">
          {passwordAdvice.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Verdict({ problem }: { problem: string | undefined }) {
  const [Icon, look, words] = problem
    ? ([CircleDashed, "text-ink-2", problem] as const)
    : ([CircleCheck, "font-semibold text-reserved", "Ce mot de passe convient."] as const);
  return (
    <span className={`flex gap-2 ${look}`}>
      <Icon />
      {words}
    </span>
  );
}
