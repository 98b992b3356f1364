import { Link } from "@/components/ui/link";

/** Where one is in the catalogue, from the top down. */
export function Crumbs({ steps }: { steps: { href: string; label: string }[] }) {
  return (
    <nav aria-label="Fil d’Ariane" className="mb-2 text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {steps.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-2 text-ink-2 not-last:after:content-['›']">
            <Link href={href} className="inline-flex min-h-9 items-center underline underline-offset-3">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
