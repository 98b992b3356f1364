import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { shortDate } from "@/lib/core/format-date";
import { gatewayNames } from "./gateway-words";
import { invoicePaymentWords, paymentWords } from "./payment-words";
import { RefreshWhilePending } from "./refresh-while-pending";

/** What became of a payment, as the server knows it; the browser's return from the bank proves nothing. */
export type PaymentView = {
  outcome: keyof typeof paymentWords;
  gateway: keyof typeof gatewayNames;
  test: boolean;
  amountCents: number;
  /** Ours, which the structure can look up. */
  orderReference: string;
  /** For the PDF, once there is one. */
  receiptId: string | null;
  /** What was paid for and is booked; empty while nothing is. */
  booked: { date: string; activity: string; slot: string; child: string }[];
  /** What the credit of the account paid beside the bank. */
  creditUsedCents: number;
  /** Paid for places that were gone: kept on the account. */
  creditedCents: number;
  /** Requests still in the cart, or invoices still due, when one may try again. */
  canRetry: boolean;
  /** What a payment of invoices is for, or what each received. */
  invoices: { number: string; cents: number }[];
};

type Props = {
  payment: PaymentView;
  /** Where one leaves for the bank with this payment, for who never arrived there. */
  departure?: string;
};

export function PaymentStatus({ payment, departure }: Props) {
  const isForInvoices = payment.invoices.length > 0;
  const { Icon, look, ...words } = paymentWords[payment.outcome];
  const { title, explanation } = isForInvoices ? invoicePaymentWords[payment.outcome] : words;
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle title="Paiement" />
      <Card className="p-6 sm:p-8">
        <div role="status">
          <span className={`grid size-12 place-items-center rounded-full ${look}`}>
            <Icon className="size-6" />
          </span>
          <h2 className="mt-4 text-xl">{title}</h2>
          <p className="mt-2 text-ink-2">{explanation}</p>
          {payment.creditedCents > 0 && (
            <p className="mt-2 font-semibold">
              <Money cents={payment.creditedCents} /> sont gardés sur votre compte
              {isForInvoices ? " pour vos prochaines factures." : " pour vos prochaines réservations."}
            </p>
          )}
        </div>
        {payment.outcome === "pending" && <RefreshWhilePending />}
        <Booked lines={payment.booked} />
        <Invoices invoices={payment.invoices} />
        <Facts payment={payment} />
        {departure && (
          <p className="mt-6 text-sm">
            La page de la banque ne s’est pas ouverte ?{" "}
            <a href={departure} className="font-semibold underline underline-offset-3">
              Continuer ce paiement à la banque
            </a>
          </p>
        )}
        <NextActions payment={payment} />
      </Card>
    </div>
  );
}

function Booked({ lines }: { lines: PaymentView["booked"] }) {
  if (lines.length === 0) return null;
  return (
    <ul aria-label="Réservations confirmées" className="mt-5 divide-y divide-line border-y border-line">
      {lines.map(({ date, activity, slot, child }) => (
        <li key={`${date} ${activity} ${slot} ${child}`} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span className="font-medium tabular-nums">{shortDate(date)}</span>
          <span className="text-ink-2">
            {activity} · {slot} · {child}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Invoices({ invoices }: Pick<PaymentView, "invoices">) {
  if (invoices.length === 0) return null;
  return (
    <ul aria-label="Factures" className="mt-5 divide-y divide-line border-y border-line">
      {invoices.map(({ number, cents }) => (
        <li key={number} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span className="font-medium break-all">Facture {number}</span>
          <Money cents={cents} />
        </li>
      ))}
    </ul>
  );
}

function Facts({ payment }: { payment: PaymentView }) {
  return (
    <dl className="mt-5 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
      <dt className="text-ink-2">Montant</dt>
      <dd>
        <Money cents={payment.amountCents} />
      </dd>
      {payment.creditUsedCents > 0 && (
        <>
          <dt className="text-ink-2">Crédit utilisé</dt>
          <dd>
            <Money cents={payment.creditUsedCents} />
          </dd>
        </>
      )}
      <dt className="text-ink-2">Payé par</dt>
      <dd>
        {gatewayNames[payment.gateway]}
        {payment.test && <strong> · MODE TEST</strong>}
      </dd>
      <dt className="text-ink-2">Référence</dt>
      <dd className="break-all">{payment.orderReference}</dd>
    </dl>
  );
}

function NextActions({ payment: { outcome, receiptId, canRetry, invoices } }: { payment: PaymentView }) {
  if (outcome === "pending") return null;
  const isForInvoices = invoices.length > 0;
  return (
    <div className="mt-6 flex flex-wrap gap-2 print:hidden">
      {canRetry && (
        <ButtonLink href={isForInvoices ? "/factures" : "/panier"} variant="primary">
          {isForInvoices ? "Revenir à mes factures" : "Revenir au panier"}
        </ButtonLink>
      )}
      {!(isForInvoices && canRetry) && (
        <ButtonLink href={isForInvoices ? "/factures" : "/reservations"} variant={canRetry ? "secondary" : "primary"}>
          {isForInvoices ? "Voir mes factures" : "Voir mes réservations"}
        </ButtonLink>
      )}
      {receiptId && <ButtonLink href={`/api/recus/${receiptId}/pdf`}>Télécharger le reçu</ButtonLink>}
    </div>
  );
}
