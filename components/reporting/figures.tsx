import { Link } from "@/components/ui/link";

export type Figure = { label: string; count: number; href?: string; alarm?: boolean };

/** What waits, in numbers; what is wrong stands out. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 empty:hidden xl:grid-cols-4">
      {figures.map(({ label, count, href, alarm = false }) => (
        <li
          key={label}
          className={`rounded-card border p-4 shadow-card ${alarm ? "border-cancel-line bg-cancel-soft" : "border-line bg-paper"}`}
        >
          <p className="text-2xl font-bold tabular-nums">{count}</p>
          <p className="text-sm">
            {href ? (
              <Link href={href} className="text-primary-strong underline underline-offset-3">
                {label}
              </Link>
            ) : (
              label
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
