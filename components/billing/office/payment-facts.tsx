import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { PaymentPage } from "@/lib/billing/office/queries/payment-page";
import { shortInstant } from "@/lib/core/format-date";
import { howOf, PaymentState } from "./journal-list";

/** Who, how much, how, and under which references. */
export function PaymentFacts({ payment }: { payment: PaymentPage }) {
  const { gateway, counterDetail } = payment;
  return (
    <Card aria-label="Paiement" className="p-5">
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
        <Fact label="Montant">
          <Money cents={payment.amountCents} />
        </Fact>
        <Fact label="État">
          <PaymentState status={payment.status} isCancelled={payment.cancelledAt !== null} />
        </Fact>
        <Fact label="Moyen">{howOf(payment)}</Fact>
        <Fact label="Famille">
          <Link
            href={`/admin/familles/${payment.householdId}`}
            className="text-primary-strong underline underline-offset-3"
          >
            {payment.household}
          </Link>
        </Fact>
        <Fact label="Régie">{payment.office}</Fact>
        <Fact label="Objet">{payment.subject}</Fact>
        {gateway && <Fact label="Commencé le">{shortInstant(payment.createdAt)}</Fact>}
        {payment.settledAt && <Fact label="Encaissé le">{shortInstant(payment.settledAt)}</Fact>}
        {payment.receiptId && (
          <Fact label={gateway ? "Reçu" : "Quittance"}>
            <a
              href={`/api/recus/${payment.receiptId}/pdf`}
              className="text-primary-strong underline underline-offset-3"
            >
              {payment.receiptNumber}
            </a>
          </Fact>
        )}
        {gateway && <Fact label="Référence de la commande">{payment.orderReference}</Fact>}
        {payment.reference && <Fact label="Référence chez la banque">{payment.reference}</Fact>}
        {payment.bankReference && <Fact label="Numéro d’autorisation">{payment.bankReference}</Fact>}
        {payment.payerEmail && <Fact label="Payeur">{payment.payerEmail}</Fact>}
        {payment.collectedBy && <Fact label="Encaissé par">{payment.collectedBy}</Fact>}
        {counterDetail?.cheque && (
          <Fact label="Chèque">
            n° {counterDetail.cheque.number}, {counterDetail.cheque.bank}, émis par {counterDetail.cheque.issuer}
          </Fact>
        )}
        {counterDetail?.tickets?.map(({ number, cents }) => (
          <Fact key={number} label={`Titre n° ${number}`}>
            <Money cents={cents} />
          </Fact>
        ))}
        {counterDetail?.transfer && <Fact label="Référence du virement">{counterDetail.transfer}</Fact>}
        {payment.nextCheckAt && (
          <Fact label="Banque interrogée de nouveau le">{shortInstant(payment.nextCheckAt)}</Fact>
        )}
        {payment.closingNumber && <Fact label="Arrêté">n° {payment.closingNumber}</Fact>}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium break-words">{children}</dd>
    </div>
  );
}
