import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ListedTariff } from "@/lib/catalogue/tariffs/queries";
import { numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { Method } from "./draft";

const columns = [
  { label: "Tarif", phone: "lead" },
  { label: "En vigueur" },
  { label: "Depuis le" },
  { label: "Ensuite" },
  { label: "Créneaux", end: true },
] as const;

export function TariffList({ tariffs }: { tariffs: ListedTariff[] }) {
  return (
    <ListTable
      caption="Tarifs"
      columns={[...columns]}
      rows={tariffs.map(({ id, label, current, next, slots, archivedAt }) => ({
        key: id,
        cells: [
          <span key="nom" className="inline-flex flex-wrap items-center gap-2">
            <Link href={`/admin/catalogue/tarifs/${id}`} className="font-medium underline underline-offset-3">
              {label}
            </Link>
            {archivedAt && <Tag>Archivé</Tag>}
          </span>,
          current ? (
            rangeInWords(current.rule)
          ) : (
            <Tag key="aucun" tone="cancel">
              Aucun tarif en vigueur
            </Tag>
          ),
          current && numericDate(current.validFrom),
          next && `${rangeInWords(next.rule)} au ${numericDate(next.validFrom)}`,
          `${slots}`,
        ],
      }))}
    />
  );
}

/** "0,50 € à 4,90 €" */
function rangeInWords(rule: Method): string {
  const cents =
    rule.method === "flat"
      ? [rule.cents.resident]
      : rule.method === "effort_rate"
        ? [rule.minCents, rule.maxCents]
        : rule.bands.resident.map((band) => band.cents);
  const [low, high] = [Math.min(...cents), Math.max(...cents)];
  return low === high ? formatEuros(low) : `${formatEuros(low)} à ${formatEuros(high)}`;
}
