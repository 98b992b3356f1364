import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import type { PaymentPage } from "@/lib/billing/office/queries/payment-page";
import { numericDate, shortInstant } from "@/lib/core/format-date";

const placeColumns = [
  { label: "Date" },
  { label: "Prestation", phone: "lead" },
  { label: "Horaire" },
  { label: "Enfant" },
  { label: "Prix", phone: "amount", end: true },
] as const;

/** What was in the basket that this payment was for. */
export function PaidPlaces({ places }: Pick<PaymentPage, "places">) {
  if (places.length === 0) return null;
  return (
    <Card aria-labelledby="places" className="text-sm sm:[&_td]:py-1.5">
      <h2 id="places" className="px-5 pt-4 pb-1">
        Places du panier
      </h2>
      <ListTable
        caption="Places du panier payé"
        columns={[...placeColumns]}
        rows={places.map(({ id, date, activity, slot, child, priceCents }) => ({
          key: id,
          cells: [numericDate(date), activity, slot, child, <Money key="prix" cents={priceCents} />],
        }))}
      />
    </Card>
  );
}

/** What the payment put on each invoice, as its receipt says. */
export function PaidInvoices({ receipt }: Pick<PaymentPage, "receipt">) {
  const { invoices = [], keptAsCreditCents = 0 } = receipt ?? {};
  if (invoices.length === 0) return null;
  return (
    <Card aria-labelledby="factures" className="p-5 text-sm">
      <h2 id="factures" className="mb-2">
        Factures réglées
      </h2>
      <ul className="grid gap-1">
        {invoices.map(({ number, cents }) => (
          <li key={number}>
            <Link
              href={`/admin/facturation/factures?q=${number}`}
              className="text-primary-strong underline underline-offset-3"
            >
              {number}
            </Link>{" "}
            : <Money cents={cents} />
          </li>
        ))}
        {keptAsCreditCents > 0 && (
          <li>
            Conservé en crédit : <Money cents={keptAsCreditCents} />
          </li>
        )}
      </ul>
    </Card>
  );
}

const verdicts: Record<string, string> = {
  paid: "Paiement enregistré",
  updated: "État mis à jour",
  unchanged: "Rien de nouveau",
  amount_mismatch: "Mis de côté : autre montant",
  order_mismatch: "Mis de côté : autre commande",
  reference_mismatch: "Mis de côté : autre transaction",
  error: "La banque n’a pas pu être interrogée",
};

/** Everything the bank said, as received, with what was made of it. */
export function BankNotices({ notices, lastAnswer }: Pick<PaymentPage, "notices" | "lastAnswer">) {
  if (notices.length === 0 && !lastAnswer) return null;
  return (
    <Card aria-labelledby="banque" className="p-5">
      <h2 id="banque" className="mb-3">
        Ce qu’a dit la banque
      </h2>
      <ol className="grid gap-3 text-sm">
        {notices.map(({ id, receivedAt, verdict, body }) => (
          <li key={id}>
            <p className="font-medium">
              {shortInstant(receivedAt)} : {verdicts[verdict] ?? verdict}
            </p>
            <details>
              <summary className="cursor-pointer text-ink-2">Message reçu</summary>
              <pre className="mt-1 overflow-x-auto rounded-control bg-sunk p-3 text-xs whitespace-pre-wrap break-all">
                {body}
              </pre>
            </details>
          </li>
        ))}
        {lastAnswer && (
          <li>
            <p className="font-medium">Dernière réponse</p>
            <dl className="mt-1 grid gap-x-4 text-xs sm:grid-cols-2">
              {Object.entries(lastAnswer).map(([name, value]) => (
                <div key={name} className="flex gap-2">
                  <dt className="text-ink-2">{name}</dt>
                  <dd className="break-all">{value}</dd>
                </div>
              ))}
            </dl>
          </li>
        )}
      </ol>
    </Card>
  );
}
