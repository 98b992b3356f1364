import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { shortDate } from "@/lib/core/format-date";
import { gatewayNames } from "./gateway-words";
import { paymentWords } from "./payment-words";
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
  /** Paid for places that were gone: kept on the account. */
  creditedCents: number;
  /** Requests still in the cart, when one may try again. */
  canRetry: boolean;
};

export function PaymentStatus({ payment }: { payment: PaymentView }) {
  const { title, Icon, look, explanation } = paymentWords[payment.outcome];
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
              <Money cents={payment.creditedCents} /> sont gardés sur votre compte pour vos prochaines réservations.
            </p>
          )}
        </div>
        {payment.outcome === "pending" && <RefreshWhilePending />}
        <Booked lines={payment.booked} />
        <Facts payment={payment} />
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

function Facts({ payment }: { payment: PaymentView }) {
  return (
    <dl className="mt-5 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
      <dt className="text-ink-2">Montant</dt>
      <dd>
        <Money cents={payment.amountCents} />
      </dd>
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

function NextActions({ payment: { outcome, receiptId, canRetry } }: { payment: PaymentView }) {
  if (outcome === "pending") return null;
  return (
    <div className="mt-6 flex flex-wrap gap-2 print:hidden">
      {canRetry && (
        <ButtonLink href="/panier" variant="primary">
          Revenir au panier
        </ButtonLink>
      )}
      <ButtonLink href="/reservations" variant={canRetry ? "secondary" : "primary"}>
        Voir mes réservations
      </ButtonLink>
      {receiptId && (
        <ButtonLink href={`/api/recus/${receiptId}/pdf`} prefetch={false}>
          Télécharger le reçu
        </ButtonLink>
      )}
    </div>
  );
}
