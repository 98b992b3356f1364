"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { sendRemindersAction } from "@/lib/billing/reminders/actions";
import type { UnpaidInvoice } from "@/lib/billing/reminders/queries";
import { daysInWords } from "./reminder-words";

const words = {
  1: { title: "Première relance", help: "Un rappel courtois, sans montant : la famille est renvoyée à ses factures." },
  2: {
    title: "Seconde relance",
    help: "Le dernier rappel avant transmission au Trésor public ; il dit aussi comment en parler.",
  },
};

type Row = Pick<UnpaidInvoice, "id" | "number" | "householdId" | "household" | "dueCents" | "daysLate">;

/** Reminds every family that is ticked: all of them to begin with. */
export function ReminderForm({ level, invoices }: { level: 1 | 2; invoices: Row[] }) {
  const { form, isPending, errorOf, summary } = useKeptForm(sendRemindersAction);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const count = invoices.filter(({ id }) => !left.has(id)).length;
  const { title, help } = words[level];
  return (
    <Card aria-labelledby={`relance-${level}`} className="p-5">
      <h2 id={`relance-${level}`}>
        {title} ({invoices.length})
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-sm text-ink-2">{help}</p>
      <form {...form} className="grid gap-4">
        <FormSummary {...summary} problems={[]} />
        <HiddenFields fields={{ level }} />
        <fieldset className="grid max-h-96 overflow-y-auto">
          <legend className="sr-only">Factures à relancer</legend>
          {invoices.map(({ id, number, householdId, household, dueCents, daysLate }) => (
            <div key={id} className="flex flex-wrap items-center gap-x-3 border-line py-1.5 not-last:border-b">
              <input
                type="checkbox"
                id={`r-${id}`}
                name={`relance-${id}`}
                checked={!left.has(id)}
                onChange={() => toggle(id)}
                aria-label={`Relancer la famille ${household}, facture ${number}`}
                className="size-5 shrink-0 accent-primary"
              />
              <span className="grow max-sm:basis-[calc(100%-2.5rem)]">
                <Link href={`/admin/familles/${householdId}`} className="underline underline-offset-3">
                  {household}
                </Link>{" "}
                <Link
                  href={`/admin/facturation/factures/${id}`}
                  className="text-sm text-ink-2 underline underline-offset-3"
                >
                  {number}
                </Link>
              </span>
              <span className="text-sm text-ink-2 max-sm:pl-8">{daysInWords(daysLate)}</span>
              <span className="ml-auto min-w-24 text-right">
                <Money cents={dueCents} />
              </span>
            </div>
          ))}
        </fieldset>
        {errorOf("invoiceIds") && <p className="text-sm font-semibold text-cancel">{errorOf("invoiceIds")}</p>}
        <div>
          <SubmitButton variant="primary" pending={isPending}>
            {count > 1 ? `Envoyer ${count} relances` : "Envoyer la relance"}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}
