import { gatewayNotes } from "@/components/billing/gateway-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Tag } from "@/components/ui/tag";
import type { InvoiceDetail } from "@/lib/billing/invoices/queries/invoice";
import { dateInWords, plainDate } from "@/lib/core/format-date";
import { contestStates, invoiceStates, sourceInWords } from "./invoice-words";

type Props = {
  invoice: InvoiceDetail;
  /** Where invoices are read: the family's pages or the agents'. */
  base: string;
  /** Where the family pays it. */
  pay?: string | undefined;
  /** Where exchanges with the family are read. */
  threads?: string | undefined;
  /** Agents see when the family was reminded. */
  showsReminders?: boolean;
};

/** What is to pay, until when, and what has been paid: the answer first. */
export function InvoiceFacts({ invoice, base, pay, threads, showsReminders = false }: Props) {
  if (invoice.kind === "credit_note") return <CreditNoteFacts invoice={invoice} base={base} />;
  const { label, tone } = invoiceStates[invoice.state];
  const isDue = invoice.dueCents > 0;
  return (
    <Card className="grid gap-4 p-5 lg:sticky lg:top-24" aria-labelledby="a-payer">
      <div>
        <h2 id="a-payer" className="flex items-center justify-between gap-3 text-base">
          {isDue ? "Reste à payer" : "Montant"}
          <Tag tone={tone}>{label}</Tag>
        </h2>
        <p className="mt-1 text-2xl font-bold tracking-tight">
          <Money cents={isDue ? invoice.dueCents : invoice.totalCents} />
        </p>
        {isDue && invoice.dueOn && <p className="text-sm text-ink-2">avant le {dateInWords(invoice.dueOn)}</p>}
      </div>
      {isDue && pay && (
        <div className="print:hidden">
          <ButtonLink href={pay} variant="primary" wide>
            Payer cette facture
          </ButtonLink>
          <p className="mt-2 text-xs text-ink-2">{gatewayNotes[invoice.gateway]}</p>
        </div>
      )}
      <Settlement invoice={invoice} base={base} />
      {threads && <Contests contests={invoice.contests} threads={threads} />}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-2">Émise le</dt>
        <dd className="text-right">{plainDate(invoice.issuedOn)}</dd>
        {showsReminders &&
          invoice.reminders.map(({ level, on }) => (
            <div key={level} className="contents">
              <dt className="text-ink-2">{level === 1 ? "Première relance le" : "Seconde relance le"}</dt>
              <dd className="text-right">{plainDate(on)}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

function Contests({ contests, threads }: { contests: InvoiceDetail["contests"]; threads: string }) {
  if (contests.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-semibold">Contestations</h3>
      <ul className="mt-1 grid gap-1.5 text-sm">
        {contests.map(({ id, title, status }) => (
          <li key={id}>
            <Link href={`${threads}/${id}`} className="underline underline-offset-3">
              {title ?? "Facture"}
            </Link>
            <span className="text-ink-2"> · {contestStates[status]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Settlement({ invoice, base }: Pick<Props, "invoice" | "base">) {
  const { totalCents, allocations, credits } = invoice;
  if (allocations.length === 0 && credits.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-semibold">Règlements</h3>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
        <dt>Total de la facture</dt>
        <dd className="text-right">
          <Money cents={totalCents} />
        </dd>
        {allocations.map((allocation) => (
          <div key={allocation.id} className="contents">
            <dt className="text-ink-2">
              {sourceInWords(allocation)}, le {plainDate(allocation.on)}
            </dt>
            <dd className="text-right">
              <Money cents={-allocation.amountCents} />
            </dd>
          </div>
        ))}
      </dl>
      {credits.map(({ id, number, totalCents }) => (
        <p key={id} className="mt-2 text-sm">
          <Link href={`${base}/${id}`} className="underline underline-offset-3">
            Avoir {number}
          </Link>{" "}
          : <Money cents={totalCents} />
        </p>
      ))}
    </div>
  );
}

function CreditNoteFacts({ invoice, base }: Pick<Props, "invoice" | "base">) {
  const { credits, reason } = invoice.view;
  return (
    <Card className="grid gap-3 p-5 lg:sticky lg:top-24" aria-labelledby="avoir">
      <div>
        <h2 id="avoir" className="text-base">
          En votre faveur
        </h2>
        <p className="mt-1 text-2xl font-bold tracking-tight">
          <Money cents={invoice.totalCents} />
        </p>
      </div>
      <p className="text-sm text-ink-2">{reason}</p>
      {credits && (
        <p className="text-sm">
          Sur la facture{" "}
          <Link href={`${base}/${invoice.creditOfId}`} className="underline underline-offset-3">
            {credits.number}
          </Link>{" "}
          du {plainDate(credits.issuedOn)}. Ce qui n’y était plus dû est au crédit de votre compte.
        </p>
      )}
    </Card>
  );
}
