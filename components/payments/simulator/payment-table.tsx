import { shortInstant } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";

type Payment = { id: string; orderReference: string; amountCents: number; status: string | null; createdAt: Date };
type Props = { caption: string; payments: Payment[]; operations?: Record<string, string> };

/** The last payments of a bank, with what its back office can do to each. */
export function PaymentTable({ caption, payments, operations }: Props) {
  if (payments.length === 0) return <p className="bank-hint">Aucun paiement pour l’instant.</p>;
  return (
    <div className="bank-scroll">
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Créé le</th>
            <th scope="col">Référence</th>
            <th scope="col">Montant</th>
            <th scope="col">État</th>
            {operations && <th scope="col">Opérations</th>}
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id}>
              <td>{shortInstant(payment.createdAt)}</td>
              <th scope="row">{payment.orderReference}</th>
              <td>{formatEuros(payment.amountCents)}</td>
              <td>{payment.status ?? "en cours"}</td>
              {operations && <td>{payment.status && <Operations id={payment.id} operations={operations} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Operations({ id, operations }: { id: string; operations: Record<string, string> }) {
  return (
    <form method="post" action={`/simulateurs/systempay/paiement/${id}/operation`} className="bank-operations">
      {Object.entries(operations).map(([name, label]) => (
        <button key={name} type="submit" name="operation" value={name} className="bank-button small">
          {label}
        </button>
      ))}
    </form>
  );
}
