import { UserSearch } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { phoneInWords } from "@/lib/core/format-phone";
import type { FoundHousehold } from "@/lib/families/queries/search-households";

const columns = [
  { label: "Famille", phone: "lead" },
  { label: "Responsables" },
  { label: "Enfants" },
  { label: "Téléphone" },
  { label: "Commune" },
] as const;

type Props = {
  households: FoundHousehold[];
  text: string;
  /** Where the name of a family leads: its page, unless one is looking for it to do something else. */
  hrefOf?: (id: string) => string;
};

const householdHref = (id: string) => `/admin/familles/${id}`;

/** Families found, one line each: dense, with its headings in sight. */
export function HouseholdList({ households, text, hrefOf = householdHref }: Props) {
  if (households.length === 0) {
    return (
      <EmptyState icon={UserSearch} title="Aucune famille">
        {text
          ? `Rien ne correspond à « ${text} ». Essayez un autre mot, ou seulement le début.`
          : "Aucune famille n’est encore inscrite."}
      </EmptyState>
    );
  }
  return (
    <Card className="text-sm sm:[&_td]:py-1.5 sm:[&_th]:sticky sm:[&_th]:top-0 sm:[&_th]:bg-paper sm:[&_th:first-child]:rounded-tl-card sm:[&_th:last-child]:rounded-tr-card">
      <ListTable
        caption="Familles"
        columns={[...columns]}
        rows={households.map(({ id, name, adults, children, phone, city }) => ({
          key: id,
          cells: [
            <Link
              key="famille"
              href={hrefOf(id)}
              className="font-medium text-primary-strong underline underline-offset-3"
            >
              {name}
            </Link>,
            adults.join(", "),
            children.join(", "),
            <span key="telephone" className="whitespace-nowrap tabular-nums">
              {phone && phoneInWords(phone)}
            </span>,
            city,
          ],
        }))}
      />
    </Card>
  );
}
