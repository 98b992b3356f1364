"use client";

import { ChevronRight } from "lucide-react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { requestRefundAction } from "@/lib/billing/refunds/actions";
import { formatEuros } from "@/lib/core/money";

type Props = {
  requestId: string;
  householdId: string;
  account: { revenueOfficeId: string; name: string; balanceCents: number };
  /** An agent asks in the family’s name; another one decides. */
  byAgent?: boolean;
};

/** Asks the credit of an account back: closed until it is wanted, because credit usually pays the next basket. */
export function RefundForm({
  requestId,
  householdId,
  account: { revenueOfficeId, name, balanceCents },
  byAgent = false,
}: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(requestRefundAction, () =>
    notify("La demande est envoyée."),
  );
  const idOf = (field: string) => `${field}-${revenueOfficeId}`;
  return (
    <details className="group rounded-card border border-line bg-paper px-4 py-2 shadow-card sm:px-5">
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <ChevronRight className="text-ink-3 group-open:rotate-90" />
        <span>
          {byAgent ? "Demander un remboursement pour la famille" : "Demander le remboursement de mon crédit"}
          <span className="sr-only"> : {name}</span>
        </span>
      </summary>
      <p className="mt-2 max-w-prose text-sm text-ink-2">
        {byAgent
          ? "La somme est mise de côté aussitôt. Un autre agent décide : personne n’accorde ce qu’il a demandé."
          : `Votre crédit de ${formatEuros(balanceCents)} sera déduit tout seul de votre prochain paiement. Si vous préférez qu’il vous soit remboursé, la régie examine votre demande ; d’ici là, la somme est mise de côté.`}
      </p>
      <form {...form} className="mt-4 grid max-w-prose gap-4">
        <FormSummary {...summary} problems={[]} />
        <HiddenFields fields={{ requestId, householdId, revenueOfficeId }} />
        <TextField
          id={idOf("montant")}
          name="amount"
          label="Montant, en euros"
          inputMode="decimal"
          autoComplete="off"
          hint={`${formatEuros(balanceCents)} au plus`}
          error={errorOf("amount")}
          className="max-w-60"
        />
        <TextField
          id={idOf("titulaire")}
          name="holder"
          label="Titulaire du compte bancaire"
          autoComplete="name"
          error={errorOf("holder")}
        />
        <TextField
          id={idOf("iban")}
          name="iban"
          label="IBAN"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          hint="Il est sur votre RIB et commence par FR. Il est chiffré, et seul l’agent qui verse le remboursement le lit."
          error={errorOf("iban")}
        />
        <TextArea
          id={idOf("motif")}
          name="reason"
          label="Pourquoi ce remboursement ?"
          rows={2}
          maxLength={500}
          error={errorOf("reason")}
        />
        <p>
          <SubmitButton variant="primary" pending={isPending}>
            Envoyer ma demande
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}
