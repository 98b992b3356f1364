"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { IdentityFields } from "@/components/organization/identity-fields";
import { foundPortalAction } from "@/lib/accounts/founding/actions";
import { NewPasswordField } from "./new-password-field";

/** The first form of a portal: who runs it, and who answers for it. */
export function FoundingForm({ token }: { token: string }) {
  const { form, isPending, errorOf, summary } = useKeptForm(foundPortalAction);
  const field = (name: string) => ({ name, error: errorOf(name) });
  const [email, setEmail] = useState("");

  return (
    <form {...form} className="grid gap-8">
      <FormSummary {...summary} />
      <input type="hidden" name="token" value={token} />
      <fieldset className="grid gap-5">
        <legend className="mb-4 text-lg font-semibold">1. Votre organisation</legend>
        <IdentityFields field={field} />
      </fieldset>
      <fieldset className="grid gap-5 border-t border-line pt-6">
        <legend className="sr-only">2. Votre accès d’administrateur</legend>
        <div aria-hidden="true" className="text-lg font-semibold">
          2. Votre accès d’administrateur
        </div>
        <TextField label="Votre prénom et votre nom" autoComplete="name" {...field("displayName")} />
        <TextField
          label="Votre adresse e-mail"
          type="email"
          autoComplete="username"
          hint="Elle sera votre identifiant."
          {...field("adminEmail")}
          onChange={({ target }) => setEmail(target.value.trim().toLowerCase())}
        />
        <NewPasswordField email={email || "?"} {...field("password")} />
      </fieldset>
      <SubmitButton variant="primary" wide pending={isPending}>
        Mettre le portail en place
      </SubmitButton>
    </form>
  );
}
