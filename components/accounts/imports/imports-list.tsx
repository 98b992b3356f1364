import { agoInWords } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ListedImport } from "@/lib/accounts/imports/queries";
import { count, stageWords } from "./import-words";

const columns = [
  { label: "Fichier", phone: "lead" as const },
  { label: "Lignes" },
  { label: "Envoyé" },
  { label: "Où en est-il", phone: "action" as const },
];

/** What was imported, and what waits to be. */
export function ImportsList({ imports, now }: { imports: ListedImport[]; now: Date }) {
  if (imports.length === 0) return <p className="text-ink-2">Aucun import pour l’instant.</p>;
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Imports de familles"
        columns={columns}
        rows={imports.map(({ id, fileName, total, createdAt, createdBy, status }) => ({
          key: id,
          cells: [
            <Link
              key="fichier"
              href={`/admin/familles/import/${id}`}
              className="wrap-anywhere underline decoration-1 underline-offset-3"
            >
              {fileName}
            </Link>,
            count(total, "ligne", "lignes"),
            `${agoInWords(createdAt, now)}${createdBy ? `, par ${createdBy}` : ""}`,
            <Tag key="etat" tone={stageWords[status].tone}>
              {stageWords[status].label}
            </Tag>,
          ],
        }))}
      />
    </Card>
  );
}
