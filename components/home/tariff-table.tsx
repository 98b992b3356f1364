import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { ShownTariff } from "@/lib/catalogue/showcase/queries";
import { formatEuros } from "@/lib/core/money";

type Band = { min: number; max: number | null; cents: number };

/** What the council decided, as families read it: one price, prices by quotient, or a part of the quotient. */
export function TariffTable({ tariff: { label, rule } }: { tariff: ShownTariff }) {
  switch (rule.method) {
    case "flat":
      return (
        <Table label={label} cents={[rule.cents.resident, rule.cents.nonResident]}>
          <Line name="Familles de la commune" price={formatEuros(rule.cents.resident)} />
          <Line name="Autres familles" price={formatEuros(rule.cents.nonResident)} />
        </Table>
      );
    case "qf_band":
      return (
        <Table label={label} cents={Object.values(rule.bands).flatMap((bands) => bands.map(({ cents }) => cents))}>
          {linesOf(rule.bands.resident).map((line) => (
            <Line key={line.name} {...line} />
          ))}
          {linesOf(rule.bands.nonResident).map((line) => (
            <Line key={line.name} {...line} name={`Autres familles, ${line.name.toLowerCase()}`} />
          ))}
        </Table>
      );
    case "effort_rate":
      return (
        <Table label={label} cents={[rule.minCents, rule.nonResidentCents ?? rule.maxCents]}>
          <Line
            name={`Familles de la commune : ${percent(rule.rate)} du quotient familial`}
            price={`de ${formatEuros(rule.minCents)} à ${formatEuros(rule.maxCents)}`}
          />
          {rule.nonResidentCents !== undefined && (
            <Line name="Autres familles" price={formatEuros(rule.nonResidentCents)} />
          )}
        </Table>
      );
  }
}

type TableProps = { label: string; cents: number[]; children: ReactNode };

/** From how much to how much at first sight, and who pays what once it is opened. */
function Table({ label, cents, children }: TableProps) {
  const [least, most] = [Math.min(...cents), Math.max(...cents)];
  return (
    <details className="group">
      <summary className="flex items-center gap-3 p-4 sm:px-5">
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{label}</span>
          <span className="text-sm text-ink-2">
            {least === most ? formatEuros(least) : `de ${formatEuros(least)} à ${formatEuros(most)}`}
          </span>
        </span>
        <ChevronDown className="text-ink-3 group-open:rotate-180" />
      </summary>
      <div className="px-4 pb-4 sm:px-5">
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr className="border-b border-line text-ink-2">
              <th scope="col" className="py-1.5 pr-3 font-semibold">
                Pour qui
              </th>
              <th scope="col" className="py-1.5 text-right font-semibold">
                Prix
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}

function Line({ name, price }: { name: string; price: string }) {
  return (
    <tr className="border-line not-last:border-b">
      <th scope="row" className="py-1.5 pr-3 font-normal">
        {name}
      </th>
      <td className="py-1.5 text-right font-semibold whitespace-nowrap">{price}</td>
    </tr>
  );
}

/** Neighbouring bands of one price are one line. */
function linesOf(bands: readonly Band[]): { name: string; price: string }[] {
  const merged: Band[] = [];
  for (const band of bands) {
    const last = merged.at(-1);
    if (last && last.cents === band.cents) last.max = band.max;
    else merged.push({ ...band });
  }
  return merged.map(({ min, max, cents }) => ({ name: quotient(min, max), price: formatEuros(cents) }));
}

function quotient(min: number, max: number | null): string {
  if (max === null) return min === 0 ? "Quel que soit le quotient" : `Quotient de ${min} et plus`;
  return min === 0 ? `Quotient jusqu’à ${max}` : `Quotient de ${min} à ${max}`;
}

const percent = (rate: string): string =>
  `${(Number(rate) * 100).toLocaleString("fr-FR", { maximumFractionDigits: 2 })}\u00a0%`;
