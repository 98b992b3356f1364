import { Link } from "@/components/ui/link";
import { DayBar, type Way } from "./day-bar";

type Choice = Way & { isCurrent: boolean };
type Props = { previous: Way; next: Way; today: Way; views: Choice[]; structures: Choice[] };

/** Which days, drawn how, of which structure: addresses all of them. */
export function PlanningBar({ views, structures, ...days }: Props) {
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3 print:hidden">
      <DayBar {...days} />
      <Choices label="Vue" choices={views} />
      {structures.length > 2 && <Choices label="Structure" choices={structures} />}
    </div>
  );
}

function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="flex max-w-full flex-wrap gap-1 rounded-control bg-sunk p-1">
      {choices.map(({ href, label, isCurrent }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent ? "true" : undefined}
          className="inline-flex min-h-9 items-center rounded-small px-3 text-sm font-medium text-ink-2 no-underline hover:text-ink aria-[current]:bg-paper aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
