"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { saveOfficeRulesAction } from "@/lib/billing/settings/actions";
import type { OfficeRules } from "@/lib/billing/settings/rules";

const typed = (cents: number | null) => (cents === null ? "" : (cents / 100).toFixed(2).replace(".", ","));

/** What the act of a régie allows, and when families are reminded. */
export function OfficeRulesForm({ revenueOfficeId, rules }: { revenueOfficeId: string; rules: OfficeRules }) {
  const { form, isPending, errorOf, summary } = useKeptForm(saveOfficeRulesAction);
  return (
    <form {...form} className="grid max-w-3xl gap-5">
      <FormSummary {...summary} />
      <HiddenFields fields={{ revenueOfficeId }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="cashCeiling"
          label="Plafond d’encaisse (€)"
          optional
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed(rules.cashCeilingCents)}
          hint="Celui de l’acte de la régie : au-delà, le régisseur est averti qu’il doit verser."
          error={errorOf("cashCeiling")}
        />
        <TextField
          name="secondAgentAbove"
          label="Deux agents pour rembourser plus de (€)"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed(rules.secondAgentAboveCents)}
          hint="Personne n’accorde seul un remboursement plus élevé."
          error={errorOf("secondAgentAbove")}
        />
        <TextField
          name="smallestInvoice"
          label="Seuil d’un titre (€)"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed(rules.smallestInvoiceCents)}
          hint="En dessous, une facturation peut reporter la famille (15 €, CGCT D1611-1)."
          error={errorOf("smallestInvoice")}
          className="sm:col-span-2 sm:max-w-[calc(50%-0.5rem)]"
        />
        <TextField
          name="firstReminderDays"
          label="Première relance, en jours après l’échéance"
          inputMode="numeric"
          defaultValue={rules.firstReminderDays}
          error={errorOf("firstReminderDays")}
        />
        <TextField
          name="secondReminderDays"
          label="Seconde relance, en jours après l’échéance"
          inputMode="numeric"
          defaultValue={rules.secondReminderDays}
          error={errorOf("secondReminderDays")}
        />
      </div>
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          Enregistrer les seuils
        </SubmitButton>
      </div>
    </form>
  );
}
