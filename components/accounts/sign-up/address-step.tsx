"use client";

import { FormSummary } from "@/components/form/form-summary";
import { TextField } from "@/components/form/text-field";
import { type SignUpInput, signUpStepsOn } from "@/lib/accounts/sign-up/input";
import { StepButtons } from "./step-buttons";
import { pathOf } from "./step-names";
import { useFlatStep } from "./use-flat-step";

type Address = SignUpInput["address"];

export function AddressStep({ saved, today }: { saved: Partial<Address>; today: string }) {
  const { field, form, summary, isSubmitting, leaveTo } = useFlatStep<Address>({
    section: "address",
    schema: signUpStepsOn(today).address,
    saved: { ...empty, ...saved },
    next: pathOf("enfants"),
  });

  return (
    <form {...form}>
      <FormSummary {...summary} />
      <TextField label="Numéro et rue" autoComplete="address-line1" {...field("street")} />
      <TextField
        label="Complément"
        optional
        autoComplete="address-line2"
        hint="Bâtiment, étage, lieu-dit…"
        {...field("addressComplement")}
      />
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        <TextField
          label="Code postal"
          autoComplete="postal-code"
          inputMode="numeric"
          maxLength={5}
          className="max-sm:max-w-40"
          {...field("postalCode")}
        />
        <TextField label="Commune" autoComplete="address-level2" {...field("city")} />
      </div>
      <StepButtons pending={isSubmitting} onBack={() => leaveTo(pathOf("vous"))} />
    </form>
  );
}

const empty = { street: "", addressComplement: "", postalCode: "", city: "" };
