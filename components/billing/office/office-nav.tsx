import { Link } from "@/components/ui/link";

const places = [
  { key: "journal", href: "/admin/regie", label: "Journal" },
  { key: "a-traiter", href: "/admin/regie/a-traiter", label: "À traiter" },
  { key: "encaisser", href: "/admin/regie/encaisser", label: "Encaisser" },
  { key: "journees", href: "/admin/regie/journees", label: "Arrêtés" },
  { key: "remboursements", href: "/admin/regie/remboursements", label: "Remboursements" },
  { key: "exports", href: "/admin/regie/exports", label: "Exports" },
] as const;

export type OfficePlace = (typeof places)[number]["key"];

type Props = { current: OfficePlace; tasks: { incidents: number; refunds: number }; canCollect: boolean };

/** The pages of the régie, with how much waits in them. */
export function OfficeNav({ current, tasks, canCollect }: Props) {
  const counts: Partial<Record<string, number>> = { "a-traiter": tasks.incidents, remboursements: tasks.refunds };
  return (
    <nav aria-label="Régie" className="mb-5 border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {places
          .filter(({ key }) => canCollect || key !== "encaisser")
          .map(({ key, href, label }) => (
            <li key={key}>
              <Link
                href={href}
                aria-current={key === current ? "page" : undefined}
                className="flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium text-ink-2 no-underline hover:text-ink aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-primary-strong"
              >
                {label}
                {(counts[key] ?? 0) > 0 && (
                  <span className="rounded-full bg-request-soft px-2 text-xs font-bold text-request tabular-nums">
                    {counts[key]}
                    <span className="sr-only"> en attente</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
