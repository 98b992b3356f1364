import { Link } from "@/components/ui/link";

export type Figure = { label: string; count: number; href?: string; alarm?: boolean };

/** What waits, in numbers: an alarm is said in words as well as in colour. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="mb-6 grid grid-cols-2 gap-3 xl:grid-cols-4">
      {figures.map(({ label, count, href, alarm = false }) => {
        const rings = alarm && count > 0;
        return (
          <li
            key={label}
            className={`rounded-card border p-4 shadow-card ${rings ? "border-cancel-line bg-cancel-soft" : "border-line bg-paper"}`}
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
              {rings && <strong className="block text-cancel">À traiter</strong>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
