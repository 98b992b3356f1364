import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ListedLine } from "@/lib/accounts/imports/queries";
import { lineWords } from "./import-words";

const columns = [
  { label: "Ligne", phone: "amount" as const },
  { label: "Personne", phone: "lead" as const },
  { label: "État" },
  { label: "À savoir" },
];

/** The lines as the file numbers them, each with what is wrong with it: column, value, and why. */
export function ImportLines({ lines, severalFiles }: { lines: ListedLine[]; severalFiles: boolean }) {
  if (lines.length === 0) return <p className="text-ink-2">Aucune ligne dans cet état.</p>;
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Lignes du fichier"
        columns={columns}
        rows={lines.map((line) => ({
          key: `${line.part}-${line.line}`,
          cells: [
            severalFiles ? `${line.line} (fichier ${line.part})` : line.line,
            line.householdId ? (
              <Link key="famille" href={`/admin/familles/${line.householdId}`} className="underline underline-offset-3">
                {line.subject || "Voir la famille"}
              </Link>
            ) : (
              line.subject || "–"
            ),
            <Tag key="etat" tone={lineWords[line.status].tone}>
              {lineWords[line.status].label.replace(/s$/, "")}
            </Tag>,
            <Problems key="problemes" line={line} />,
          ],
        }))}
      />
    </Card>
  );
}

function Problems({ line: { message, problems } }: { line: ListedLine }) {
  if (!message && !problems) return null;
  return (
    <ul className="grid gap-1 text-sm">
      {message && <li>{message}</li>}
      {problems?.map(({ column, value, message: problem }) => (
        <li key={`${column}${problem}`}>
          {column && <strong>{column} : </strong>}
          {problem}
          {value && <span className="wrap-anywhere text-ink-2"> Valeur lue : « {value} »</span>}
        </li>
      ))}
    </ul>
  );
}
