import { Link } from "@/components/ui/link";
import type { BrandView } from "@/lib/core/organization";

/** What an audit of the RGAA found, as the law wants it said. */
export const accessibilityWords: Record<BrandView["accessibilityLevel"], string> = {
  none: "non conforme",
  partial: "partiellement conforme",
  full: "totalement conforme",
};

/** Who answers, and the pages the law asks for. */
export function Footer({ organization: { name, accessibilityLevel } }: { organization: BrandView }) {
  const pages = [
    { href: "/accessibilite", label: `Accessibilité : ${accessibilityWords[accessibilityLevel]}` },
    { href: "/mentions-legales", label: "Mentions légales" },
    { href: "/donnees-personnelles", label: "Données personnelles" },
  ];
  return (
    <footer className="border-t border-line print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4 py-4 text-sm text-ink-2 sm:px-6">
        <p className="py-1.5">{name}</p>
        <ul className="flex flex-wrap gap-x-6">
          {pages.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="inline-block py-1.5 underline-offset-3 hover:underline">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
