import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ListedOffice } from "@/lib/catalogue/offices/queries";
import { gatewayWords } from "./catalogue-words";

const columns = [
  { label: "Régie", phone: "lead" },
  { label: "Régisseur" },
  { label: "Paiement en ligne" },
  { label: "Activités", end: true },
] as const;

export function OfficeList({ offices }: { offices: ListedOffice[] }) {
  return (
    <ListTable
      caption="Régies"
      columns={[...columns]}
      rows={offices.map(({ id, name, officerName, gateway, settings, activities, archivedAt }) => ({
        key: id,
        cells: [
          <span key="nom" className="inline-flex flex-wrap items-center gap-2">
            <Link href={`/admin/catalogue/regies/${id}`} className="font-medium underline underline-offset-3">
              {name}
            </Link>
            {archivedAt && <Tag>Archivée</Tag>}
          </span>,
          officerName,
          `${gatewayWords[gateway]}, ${"numcli" in settings ? `client ${settings.numcli}` : `boutique ${settings.siteId}`}`,
          `${activities}`,
        ],
      }))}
    />
  );
}
