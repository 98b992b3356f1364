import { Link } from "@/components/ui/link";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { CartButton } from "./cart-button";
import { type FamilyPlace, familyPlaces } from "./family-places";
import type { ShellView } from "./family-shell";
import { HouseholdSwitcher } from "./household-switcher";
import { MessageBell } from "./message-bell";

/** Slim and always in sight on a desk; on a phone the places move to the bottom bar. */
export function FamilyHeader({ shell, current }: { shell: ShellView; current?: FamilyPlace }) {
  const { organization, homes, cart, account, unreadThreads } = shell;
  return (
    <header className="z-20 border-b border-line bg-paper tall:sticky tall:top-0 print:static">
      <div className="mx-auto flex min-h-14 max-w-page items-center gap-3 px-4 sm:px-6 lg:min-h-16">
        <Brand {...organization} subtitle="Portail Famille" href="/accueil" />
        <nav aria-label="Menu principal" className="ml-4 max-lg:hidden print:hidden">
          <ul className="flex gap-1">
            {Object.entries(familyPlaces).map(([place, { href, label }]) => (
              <li key={place}>
                <Link
                  href={href}
                  aria-current={place === current ? "page" : undefined}
                  className="block rounded-small px-3 py-2 text-sm font-medium text-ink-2 no-underline hover:bg-sunk hover:text-ink aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-strong"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-2 print:hidden">
          <HouseholdSwitcher homes={homes} />
          <MessageBell unread={unreadThreads} />
          <div className="max-sm:hidden">
            <CartButton cart={cart} />
          </div>
          <div className="max-lg:hidden">
            <AccountMenu account={account} place="header" />
          </div>
        </div>
      </div>
    </header>
  );
}
