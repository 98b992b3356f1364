import { House } from "lucide-react";
import Link from "next/link";

type Props = { name: string; shortName: string; subtitle: string; href: string };

/** Whose portal this is; the way home. */
export function Brand({ name, shortName, subtitle, href }: Props) {
  return (
    <Link prefetch={false} href={href} className="flex min-h-11 min-w-0 items-center gap-3 text-ink no-underline">
      <span className="grid size-9 shrink-0 place-items-center rounded-control bg-primary text-on-primary">
        <House />
      </span>
      <span className="min-w-0 leading-tight">
        <span className="block truncate font-bold tracking-tight">
          <span className="max-sm:hidden">{name}</span>
          <span className="sm:hidden">{shortName}</span>
        </span>
        <span className="block truncate text-xs text-ink-2">{subtitle}</span>
      </span>
    </Link>
  );
}
