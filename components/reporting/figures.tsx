import Link from "next/link";
import { Card } from "@/components/ui/card";

export type Figure = { label: string; count: number; href?: string; alarm?: boolean };

/** What waits, in numbers: an alarm is said in words as well as in colour. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="mb-6 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {figures.map(({ label, count, href, alarm = false }) => (
        <li key={label}>
          <Card className={`h-full p-4 ${alarm && count > 0 ? "border-cancel-line bg-cancel-soft" : ""}`}>
            <p className="text-2xl font-bold tabular-nums">{count}</p>
            <p className="text-sm text-ink-2">
              {href ? <Link href={href}>{label}</Link> : label}
              {alarm && count > 0 && <strong className="text-cancel"> – à traiter</strong>}
            </p>
          </Card>
        </li>
      ))}
    </ul>
  );
}
