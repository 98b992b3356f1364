import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import type { AgeBand } from "@/lib/billing/reminders/rules";

const columns = [
  { label: "Retard", phone: "lead" },
  { label: "Factures", end: true },
  { label: "Familles", end: true },
  { label: "Montant", phone: "amount", end: true },
] as const;

/** The older the debt, the redder its bar; the length is the amount. */
const looks = ["bg-ink-3", "bg-request-line", "bg-request", "bg-request", "bg-cancel", "bg-cancel"];

/** How much is unpaid, by age: bars to look at, and the table behind them. */
export function AgeingChart({ bands }: { bands: AgeBand[] }) {
  const most = Math.max(1, ...bands.map(({ cents }) => cents));
  const late = bands.slice(1).reduce((sum, { cents }) => sum + cents, 0);
  return (
    <Card className="grid gap-4 p-5" aria-labelledby="anciennete">
      <h2 id="anciennete" className="flex flex-wrap items-baseline justify-between gap-3">
        Ancienneté des impayés
        <span className="text-base font-normal text-ink-2">
          En retard :{" "}
          <strong className="text-ink">
            <Money cents={late} />
          </strong>
        </span>
      </h2>
      <ul className="grid gap-2 max-sm:gap-4">
        {bands.map(({ key, label, cents }, index) => (
          <li
            key={key}
            className="grid grid-cols-[8.5rem_1fr_6rem] items-center gap-3 text-sm max-sm:grid-cols-[1fr_auto] max-sm:gap-y-1"
          >
            <span>{label}</span>
            <span
              aria-hidden="true"
              className="h-4 rounded-small bg-sunk max-sm:order-3 max-sm:col-span-2 max-sm:h-2.5"
            >
              <span
                className={`block h-full rounded-small ${looks[index]}`}
                style={{ width: cents === 0 ? 0 : `max(2px, ${(100 * cents) / most}%)` }}
              />
            </span>
            <span className="text-right font-semibold">
              <Money cents={cents} />
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary className="cursor-pointer text-sm text-primary-strong underline underline-offset-3">
          Voir en tableau
        </summary>
        <div className="mt-3">
          <ListTable
            caption="Ancienneté des impayés"
            columns={[...columns]}
            rows={bands.map(({ key, label, invoices, families, cents }) => ({
              key,
              cells: [
                label,
                <span key="invoices">
                  {invoices}
                  <span className="sm:hidden"> factures</span>
                </span>,
                <span key="families">
                  {families}
                  <span className="sm:hidden"> familles</span>
                </span>,
                <Money key="cents" cents={cents} />,
              ],
            }))}
          />
        </div>
      </details>
    </Card>
  );
}
