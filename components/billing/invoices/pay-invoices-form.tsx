"use client";

import { type ChangeEvent, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { totalDue } from "@/lib/billing/cart/rules";
import { payInvoicesAction } from "@/lib/billing/invoices/actions";
import type { DueBlock, DueInvoice } from "@/lib/billing/invoices/rules";
import { plainDate, spanInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";

const columns = [
  { label: "Numéro", phone: "lead" },
  { label: "À payer", phone: "amount", end: true },
  { label: "Total", phone: "action", end: true },
  { label: "Payer avant", end: true },
] as const;

type Props = { block: DueBlock; householdId: string; only?: string; note: string; canPay: boolean };

/** The invoices of one régie, ticked to begin with, and the total of those that are. Posted as it is, without script too. */
export function PayInvoicesForm({ block, householdId, only, note, canPay }: Props) {
  const { invoices, balanceCents, gateway, revenueOfficeId } = block;
  const { post, summary } = usePostedForm(payInvoicesAction);
  const [unticked, setUnticked] = useState(() => leftOut(invoices, only));
  const ticked = invoices.filter(({ id }) => !unticked.includes(id));
  const subtotalCents = ticked.reduce((sum, { dueCents }) => sum + dueCents, 0);
  const totalCents = totalDue(subtotalCents, balanceCents, gateway);

  const tick = ({ target: { checked, id } }: ChangeEvent<HTMLInputElement>) =>
    setUnticked((before) => (checked ? before.filter((other) => other !== id) : [...before, id]));

  return (
    <form action={post} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ householdId, revenueOfficeId, balanceCents }} />
      <Card>
        <ListTable
          caption={`Factures à payer : ${block.name}`}
          columns={[...columns]}
          rows={invoices.map((invoice) => ({
            key: invoice.id,
            cells: [
              <Choice key="choice" invoice={invoice} isTicked={!unticked.includes(invoice.id)} onTick={tick} />,
              <strong key="due">
                <Money cents={invoice.dueCents} />
              </strong>,
              <span key="total" className={invoice.totalCents === invoice.dueCents ? "max-sm:hidden" : ""}>
                <Labelled label="Total">
                  <Money cents={invoice.totalCents} />
                </Labelled>
              </span>,
              <span key="before" className="max-sm:pl-9">
                <Labelled label="Payer avant le">
                  <span className="inline-flex flex-wrap items-center gap-x-2">
                    {invoice.isLate && (
                      <span className="max-sm:order-last">
                        <Tag tone="cancel">En retard</Tag>
                      </span>
                    )}
                    <span className="whitespace-nowrap">{plainDate(invoice.dueOn)}</span>
                  </span>
                </Labelled>
              </span>,
            ],
          }))}
        />
      </Card>
      <Total subtotalCents={subtotalCents} totalCents={totalCents} isEmpty={ticked.length === 0} canPay={canPay} />
      {block.test && (
        <p className="justify-self-start rounded-small bg-request-soft px-3 py-1.5 text-sm font-semibold text-request sm:justify-self-end">
          MODE TEST : aucun argent ne sera débité.
        </p>
      )}
      <p className="text-xs text-ink-2 sm:text-right">
        {note} Aucune donnée bancaire ne passe par ce portail.
        <noscript> Seules les factures cochées seront payées, même si ce total ne change pas sous vos yeux.</noscript>
      </p>
    </form>
  );
}

/** Everything is ticked but what is being paid, or the one invoice that was asked for. */
const leftOut = (invoices: DueInvoice[], only?: string): string[] =>
  invoices.some(({ id }) => id === only)
    ? invoices.flatMap(({ id }) => (id === only ? [] : [id]))
    : invoices.flatMap(({ id, isBeingPaid }) => (isBeingPaid ? [id] : []));

type ChoiceProps = {
  invoice: DueInvoice;
  isTicked: boolean;
  onTick: (event: ChangeEvent<HTMLInputElement>) => void;
};

function Choice({ invoice, isTicked, onTick }: ChoiceProps) {
  const { id, number, dueCents } = invoice;
  return (
    <span className="flex gap-3">
      <input
        type="checkbox"
        id={id}
        name={`facture-${id}`}
        value={dueCents}
        checked={isTicked}
        onChange={onTick}
        aria-label={`Payer la facture ${number}, ${formatEuros(dueCents)}`}
        className="size-6 shrink-0 accent-primary sm:self-center"
      />
      <span className="grid self-baseline">
        <Link href={`/factures/${id}`} className="font-semibold break-all underline underline-offset-3">
          {number}
        </Link>
        <span className="text-sm font-normal text-ink-2">{spanInWords(invoice.periodFrom, invoice.periodTo)}</span>
        {invoice.isBeingPaid && (
          <span>
            <Tag tone="wait">Paiement en cours</Tag>
          </span>
        )}
      </span>
    </span>
  );
}

/** On a phone there is no heading above the cell. */
function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <span className="sm:hidden">{label} </span>
      {children}
    </>
  );
}

type TotalProps = { subtotalCents: number; totalCents: number; isEmpty: boolean; canPay: boolean };

/** At the bottom right, and under the thumb on a phone. */
function Total({ subtotalCents, totalCents, isEmpty, canPay }: TotalProps) {
  const used = subtotalCents - totalCents;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-paper p-4 shadow-card max-lg:tall:sticky max-lg:tall:bottom-16 sm:justify-end">
      <dl className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 max-sm:w-full" aria-live="polite">
        <dt>Total factures</dt>
        <dd className="text-right text-lg font-bold">
          <Money cents={subtotalCents} />
        </dd>
        {used > 0 && (
          <>
            <dt className="text-sm text-ink-2">Crédit du compte</dt>
            <dd className="text-right">
              <Money cents={-used} sign look="credit" />
            </dd>
          </>
        )}
      </dl>
      {canPay && (
        <SubmitButton variant="primary" wide={false} aria-disabled={isEmpty} className="max-sm:w-full">
          {buttonWords(totalCents, isEmpty)}
        </SubmitButton>
      )}
    </div>
  );
}

function buttonWords(totalCents: number, isEmpty: boolean): string {
  if (isEmpty) return "Payer";
  return totalCents === 0 ? "Régler avec mon crédit" : `Payer ${formatEuros(totalCents)}`;
}
