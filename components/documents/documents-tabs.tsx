import { Link } from "@/components/ui/link";

type Props = { current: "documents" | "telechargements"; newPublications: number };

const tabs = [
  { key: "documents", href: "/documents", label: "Mes documents" },
  { key: "telechargements", href: "/documents/telechargements", label: "Téléchargements" },
] as const;

/** From what is the family's own to what the structure offers to all. */
export function DocumentsTabs({ current, newPublications }: Props) {
  return (
    <nav aria-label="Documents" className="mb-6 border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(({ key, href, label }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === current ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 font-medium text-ink-2 no-underline hover:text-ink aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-primary-strong"
            >
              {label}
              {key === "telechargements" && newPublications > 0 && (
                <span className="rounded-full bg-primary px-2 py-0.5 text-xs font-bold text-on-primary tabular-nums">
                  {newPublications}
                  <span className="sr-only"> {newPublications > 1 ? "nouveaux" : "nouveau"}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
