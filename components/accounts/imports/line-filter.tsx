import { Link } from "@/components/ui/link";
import type { ImportView } from "@/lib/accounts/imports/queries";
import { type LineState, lineStates, lineWords } from "./import-words";

type Props = { path: string; chosen: LineState | undefined; counts: ImportView["counts"] };

/** Which lines are listed, by the address. */
export function LineFilter({ path, chosen, counts }: Props) {
  const total = lineStates.reduce((sum, state) => sum + counts[state].lines, 0);
  const choices = [
    { label: "Toutes", href: path, lines: total, isCurrent: chosen === undefined },
    ...lineStates
      .filter((state) => counts[state].lines > 0)
      .map((state) => ({
        label: lineWords[state].label,
        href: `${path}?etat=${lineWords[state].name}`,
        lines: counts[state].lines,
        isCurrent: chosen === state,
      })),
  ];
  return (
    <nav aria-label="Lignes à montrer" className="mb-3 flex flex-wrap gap-2">
      {choices.map(({ label, href, lines, isCurrent }) => (
        <Link
          key={label}
          href={href}
          scroll={false}
          aria-current={isCurrent ? "page" : undefined}
          className={`inline-flex min-h-9 items-center rounded-full border px-3 text-sm font-semibold no-underline ${isCurrent ? "border-primary bg-primary-soft text-primary-strong" : "border-line-strong bg-paper text-ink hover:border-primary"}`}
        >
          {label} ({lines.toLocaleString("fr-FR")})
        </Link>
      ))}
    </nav>
  );
}
