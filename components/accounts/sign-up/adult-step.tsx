"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { type SignUpInput, signUpStepsOn } from "@/lib/accounts/sign-up/input";
import { StepButtons } from "./step-buttons";
import { pathOf } from "./step-names";
import { useFlatStep } from "./use-flat-step";

type Adult = SignUpInput["adult"];

const titles = [
  { value: "", label: "Choisissez" },
  { value: "mme", label: "Madame" },
  { value: "m", label: "Monsieur" },
];

export function AdultStep({ saved, today }: { saved: Partial<Record<keyof Adult, string>>; today: string }) {
  const { field, form, summary, isSubmitting } = useFlatStep<Adult>({
    section: "adult",
    schema: signUpStepsOn(today).adult,
    saved: { ...empty, ...saved } as Adult,
    next: pathOf("adresse"),
  });

  return (
    <form {...form}>
      <FormSummary {...summary} />
      <SelectField
        label="Civilité"
        autoComplete="honorific-prefix"
        options={titles}
        className="sm:max-w-60"
        {...field("title")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label="Prénom" autoComplete="given-name" {...field("firstName")} />
        <TextField label="Nom" autoComplete="family-name" {...field("lastName")} />
      </div>
      <TextField
        label="Date de naissance"
        type="date"
        autoComplete="bday"
        max={today}
        className="sm:max-w-60"
        {...field("birthDate")}
      />
      <TextField
        label="Adresse e-mail"
        type="email"
        autoComplete="email"
        inputMode="email"
        hint="Nous y envoyons un lien pour reprendre cette demande, puis notre réponse."
        {...field("email")}
      />
      <TextField
        label="Téléphone"
        type="tel"
        autoComplete="tel"
        hint="Par exemple 06 12 34 56 78, ou +32 470 12 34 56 depuis l’étranger."
        className="sm:max-w-sm"
        {...field("phone")}
      />
      <StepButtons pending={isSubmitting} />
    </form>
  );
}

const empty = { title: "", firstName: "", lastName: "", birthDate: "", email: "", phone: "" };
