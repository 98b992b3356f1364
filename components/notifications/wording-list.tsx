import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";

type Props = { wordings: { template: string; label: string; updatedAt: Date | null }[] };

/** Every message of the portal, and which ones speak in the organisation's own words. */
export function WordingList({ wordings }: Props) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {wordings.map(({ template, label, updatedAt }) => (
          <li key={template} className="relative flex min-h-12 items-center gap-3 px-5 py-2 hover:bg-sunk">
            <Link
              href={`/admin/messages/modeles/${template}`}
              className="font-medium no-underline after:absolute after:inset-0"
            >
              {label}
            </Link>
            {updatedAt && <Tag tone="primary">Vos mots</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
