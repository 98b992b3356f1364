import { type LucideIcon, ShoppingCart } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { AccountMenu } from "./account-menu";
import { CartBadge } from "./cart-badge";
import { type FamilyPlace, familyPlaces } from "./family-places";
import type { ShellView } from "./family-shell";

/** On a phone, the places under the thumb. */
export function BottomBar({ shell, current }: { shell: ShellView; current?: FamilyPlace }) {
  const { accueil, reservations, factures } = familyPlaces;
  const cart = { href: "/panier", label: "Panier", icon: ShoppingCart };
  return (
    <nav
      aria-label="Menu"
      className="z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] tall:sticky tall:bottom-0 lg:hidden print:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-5 px-1">
        <Place {...accueil} current={current === "accueil"} />
        <Place {...reservations} current={current === "reservations"} />
        <Place {...cart} current={current === "panier"}>
          <CartBadge cart={shell.cart} />
        </Place>
        <Place {...factures} current={current === "factures"} />
        <li>
          <AccountMenu account={shell.account} place="bottom" />
        </li>
      </ul>
    </nav>
  );
}

type PlaceProps = { href: string; label: string; icon: LucideIcon; current: boolean; children?: ReactNode };

function Place({ href, label, icon: Icon, current, children }: PlaceProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className="grid min-h-13 content-center justify-items-center gap-0.5 text-[0.71875rem] font-semibold text-ink-2 no-underline aria-[current]:text-primary-strong"
      >
        <span className="relative">
          <Icon />
          {children}
        </span>
        {label}
      </Link>
    </li>
  );
}
