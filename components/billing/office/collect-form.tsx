"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { collectPaymentAction } from "@/lib/billing/counter/actions";
import { acceptable, type CounterMeans, counterMeans, type DueInvoice, isTicket } from "@/lib/billing/counter/rules";
import { eurosOf } from "@/lib/billing/exports/rules";
import { numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { meansInWords } from "@/lib/payments/rules";
import { TicketFields } from "./ticket-fields";

type Props = {
  /** Made by the server for this form: sent twice, it is taken once. */
  submissionKey: string;
  householdId: string;
  revenueOfficeId: string;
  invoices: DueInvoice[];
};

/**
 * What is taken, how, and for which invoices: every invoice that is due is ticked to begin with, the oldest first, and the
 * amount is theirs until another one is typed.
 */
export function CollectForm({ submissionKey, householdId, revenueOfficeId, invoices }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(collectPaymentAction);
  const [means, setMeans] = useState<CounterMeans>("cheque");
  const [ticked, setTicked] = useState<readonly string[]>(invoices.map(({ id }) => id));
  const open = acceptable(
    invoices.filter(({ id }) => ticked.includes(id)),
    means,
  );
  const total = open.reduce((sum, { cents }) => sum + cents, 0);
  const [typed, setTyped] = useState<string>();
  const tick = (id: string) =>
    setTicked((known) => (known.includes(id) ? known.filter((one) => one !== id) : [...known, id]));

  return (
    <form {...form} className="grid max-w-160 gap-5">
      <FormSummary {...summary} />
      <HiddenFields fields={{ submissionKey, householdId, revenueOfficeId }} />
      {invoices.length > 0 && (
        <fieldset className="grid gap-1">
          <legend className="mb-1.5 font-semibold">Factures à régler</legend>
          {invoices.map(({ id, number, dueOn, dueCents }) => (
            <label
              key={id}
              className="flex min-h-11 items-center gap-3 rounded-control border border-line px-3 has-checked:border-primary has-checked:bg-primary-soft"
            >
              <input
                type="checkbox"
                name={`facture:${id}`}
                checked={ticked.includes(id)}
                onChange={() => tick(id)}
                className="size-5 shrink-0 accent-primary"
              />
              <span className="grow">
                {number}
                <span className="text-sm text-ink-2">, à payer avant le {numericDate(dueOn)}</span>
              </span>
              <span className="font-semibold tabular-nums">{formatEuros(dueCents)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <SelectField
        name="means"
        label="Moyen de paiement"
        value={means}
        onChange={({ target }) => setMeans(counterMeans.find((one) => one === target.value) ?? "cash")}
        options={counterMeans.map((value) => ({ value, label: meansInWords[value] }))}
        error={errorOf("means")}
      />
      {means === "cheque" && (
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="chequeNumber" label="Numéro" inputMode="numeric" error={errorOf("chequeNumber")} />
          <TextField name="chequeBank" label="Banque" error={errorOf("chequeBank")} />
          <TextField name="chequeIssuer" label="Émis par" error={errorOf("chequeIssuer")} />
        </div>
      )}
      {means === "transfer" && <TextField name="transfer" label="Référence du virement" error={errorOf("transfer")} />}
      {isTicket(means) ? (
        <TicketFields error={errorOf("tickets")} />
      ) : (
        <TextField
          name="amount"
          label="Montant reçu, en euros"
          inputMode="decimal"
          autoComplete="off"
          placeholder="12,40"
          value={typed ?? (total > 0 ? eurosOf(total) : "")}
          onChange={({ target }) => setTyped(target.value)}
          hint={
            total > 0
              ? `Pour tout ce qui est coché : ${formatEuros(total)}. Ce qui dépasse reste en crédit sur le compte.`
              : "Sans facture cochée, la somme reste en crédit sur le compte."
          }
          error={errorOf("amount")}
          className="max-w-80"
        />
      )}
      <p>
        <SubmitButton variant="primary" pending={isPending}>
          Encaisser et éditer la quittance
        </SubmitButton>
      </p>
    </form>
  );
}
