import { Money } from "@/components/ui/money";
import { formatEuros } from "@/lib/core/money";
import type { Method } from "./draft";

const missingWords = {
  highest: "Quotient inconnu : le prix le plus élevé.",
  nonResident: "Quotient inconnu : le prix hors commune.",
};

/** A tariff as the council would read it. */
export function RuleTable({ rule }: { rule: Method }) {
  if (rule.method === "flat") {
    const { resident, nonResident } = rule.cents;
    return (
      <p>
        Prix unique : {formatEuros(resident)}
        {nonResident !== resident && `, hors commune ${formatEuros(nonResident)}`}
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      {rule.method === "effort_rate" ? <Effort rule={rule} /> : <Bands rule={rule} />}
      <p className="text-sm text-ink-2">{missingWords[rule.missingQuotient ?? "highest"]}</p>
    </div>
  );
}

const percent = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 4 });

const Effort = ({ rule }: { rule: Extract<Method, { method: "effort_rate" }> }) => (
  <p>
    Taux d’effort de {percent.format(Number(rule.rate))} du quotient, entre {formatEuros(rule.minCents)} et{" "}
    {formatEuros(rule.maxCents)}
    {rule.nonResidentCents !== undefined && `, hors commune ${formatEuros(rule.nonResidentCents)}`}
  </p>
);

function Bands({ rule: { bands } }: { rule: Extract<Method, { method: "qf_band" }> }) {
  return (
    <div className="flex flex-wrap items-start gap-6">
      {(["resident", "nonResident"] as const).map((category) => (
        <table key={category} className="border-collapse text-sm">
          <caption className="text-left font-semibold">{category === "resident" ? "Commune" : "Hors commune"}</caption>
          <tbody>
            {bands[category].map(({ code, min, max, cents }) => (
              <tr key={code} className="border-line not-last:border-b">
                <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">
                  <span className="text-ink-2">{code}</span> {max === null ? `${min} et plus` : `${min} à ${max - 1}`}
                </th>
                <td className="py-1 text-right">
                  <Money cents={cents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
