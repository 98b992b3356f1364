import { House } from "lucide-react";
import { Link } from "@/components/ui/link";

type Props = { name: string; shortName: string; logo: string | null; subtitle: string; href: string };

/** Whose portal this is; the way home. */
export function Brand({ name, shortName, logo, subtitle, href }: Props) {
  return (
    <Link href={href} className="flex min-h-11 min-w-0 items-center gap-3 text-ink no-underline">
      {logo ? (
        // White under it in both themes: a logo is drawn for paper.
        <span
          className="size-10 shrink-0 rounded-control bg-white bg-contain bg-origin-content bg-center bg-no-repeat p-0.5"
          style={{ backgroundImage: `url("${logo}")` }}
        />
      ) : (
        <span className="grid size-9 shrink-0 place-items-center rounded-control bg-primary text-on-primary">
          <House />
        </span>
      )}
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
