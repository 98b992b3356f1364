import type { ComponentProps } from "react";
import { TextField } from "@/components/form/text-field";

/** Six figures that the telephone gives, and that it may fill in by itself. */
export function CodeField(props: Partial<ComponentProps<typeof TextField>>) {
  return (
    <TextField
      name="code"
      label="Code à 6 chiffres"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={40}
      {...props}
    />
  );
}
