import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { plainDate } from "@/lib/core/format-date";

/** The account of a household at one régie; credit is positive. */
export type AccountView = {
  revenueOfficeId: string;
  name: string;
  balanceCents: number;
  /** Newest first; `balanceCents` is what the account held after it. */
  movements: { id: number; on: string; label: string; amountCents: number; balanceCents: number }[];
};

const columns = [
  { label: "Date" },
  { label: "Mouvement", phone: "lead" },
  { label: "Montant", phone: "amount", end: true },
  { label: "Solde", phone: "action", end: true },
] as const;

/** The balance first, then where it comes from. */
export function MovementsList({ account }: { account: AccountView }) {
  const title = `compte-${account.revenueOfficeId}`;
  const rows = account.movements.map(({ id, on, label, amountCents, balanceCents }) => ({
    key: id,
    cells: [
      plainDate(on),
      label,
      <Money key="amount" cents={amountCents} sign look={amountCents > 0 ? "credit" : "plain"} />,
      <span key="balance" className="max-sm:text-sm max-sm:text-ink-2">
        <span className="sm:hidden">Solde </span>
        <Money cents={balanceCents} />
      </span>,
    ],
  }));

  return (
    <Card aria-labelledby={title}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 pt-4 pb-1 sm:px-5">
        <h2 id={title}>{account.name}</h2>
        <p>
          {balanceWords(account.balanceCents)}{" "}
          <strong className="text-lg">
            <Money cents={Math.abs(account.balanceCents)} />
          </strong>
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="px-4 pt-2 pb-5 text-ink-2 sm:px-5">Aucun mouvement pour l’instant.</p>
      ) : (
        <ListTable caption={`Mouvements du compte : ${account.name}`} columns={[...columns]} rows={rows} />
      )}
    </Card>
  );
}

function balanceWords(cents: number): string {
  if (cents > 0) return "Crédit disponible";
  return cents < 0 ? "Reste à payer" : "Solde";
}
