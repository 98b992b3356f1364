import Link from "next/link";

const pages = [
  { href: "/accessibilite", label: "Accessibilité : non conforme" },
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/donnees-personnelles", label: "Données personnelles" },
];

/** Who answers, and the pages the law asks for. */
export function Footer({ organization }: { organization: { name: string } }) {
  return (
    <footer className="border-t border-line print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4 py-4 text-sm text-ink-2 sm:px-6">
        <p className="py-1.5">{organization.name}</p>
        <ul className="flex flex-wrap gap-x-6">
          {pages.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false} className="inline-block py-1.5 underline-offset-3 hover:underline">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
