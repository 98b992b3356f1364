"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Money } from "@/components/ui/money";
import { creditInvoiceAction } from "@/lib/billing/invoices/actions";
import { shortDate } from "@/lib/core/format-date";

type Line = { id: number; child: string; date: string; service: string; cents: number };

/** Credits the ticked lines; all of them to begin with. */
export function CreditForm({ invoiceId, lines }: { invoiceId: string; lines: Line[] }) {
  const { form, isPending, errorOf, summary } = useKeptForm(creditInvoiceAction);
  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ invoiceId }} />
      <fieldset className="grid gap-1" aria-describedby={errorOf("lineIds") ? "lineIds-error" : undefined}>
        <legend className="mb-1.5 font-semibold">Lignes à annuler</legend>
        {lines.map(({ id, child, date, service, cents }) => (
          <label key={id} className="flex items-center gap-3 py-0.5">
            <input type="checkbox" name={`ligne-${id}`} defaultChecked className="size-5 shrink-0 accent-primary" />
            <span className="grow">
              {shortDate(date)} · {child} · {service}
            </span>
            <Money cents={cents} />
          </label>
        ))}
        {errorOf("lineIds") && (
          <p id="lineIds-error" className="text-sm font-semibold text-cancel">
            {errorOf("lineIds")}
          </p>
        )}
      </fieldset>
      <TextArea
        name="reason"
        label="Motif"
        hint="La famille le lira sur l’avoir."
        maxLength={300}
        error={errorOf("reason")}
      />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          Émettre l’avoir
        </SubmitButton>
      </div>
    </form>
  );
}
