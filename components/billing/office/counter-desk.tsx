import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Counter } from "@/lib/billing/counter/queries";
import { CollectForm } from "./collect-form";

type Props = { counter: Counter; officeId: string; submissionKey: string };

/** The counter of a régie for one family: what it owes and holds there, and the form that takes its money. */
export function CounterDesk({ counter: { household, desks }, officeId, submissionKey }: Props) {
  const desk = desks.find(({ id }) => id === officeId) ?? desks[0];
  if (!desk) return <p>Aucune régie n’est ouverte.</p>;
  const dueCents = desk.invoices.reduce((sum, invoice) => sum + invoice.dueCents, 0);

  return (
    <Card aria-labelledby="famille" className="p-5">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="famille">Famille {household.name}</h2>
        <Link href="/admin/regie/encaisser" className="text-sm text-primary-strong underline underline-offset-3">
          Choisir une autre famille
        </Link>
      </div>
      {desks.length > 1 && (
        <ul className="mb-4 flex flex-wrap gap-2" aria-label="Régies">
          {desks.map(({ id, name }) => (
            <li key={id}>
              <Link
                href={`/admin/regie/encaisser?famille=${household.id}&regie=${id}`}
                aria-current={id === desk.id ? "true" : undefined}
                className="inline-flex min-h-9 items-center rounded-control border border-line px-3 text-sm font-medium no-underline aria-[current]:border-primary aria-[current]:bg-primary-soft aria-[current]:text-primary-strong"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-sm text-ink-2">Reste à payer</dt>
          <dd className="text-lg font-bold">
            <Money cents={dueCents} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">Crédit du compte</dt>
          <dd className="text-lg font-bold">
            <Money cents={desk.balanceCents} />
          </dd>
        </div>
      </dl>
      <CollectForm
        key={desk.id}
        submissionKey={submissionKey}
        householdId={household.id}
        revenueOfficeId={desk.id}
        invoices={desk.invoices}
      />
    </Card>
  );
}
