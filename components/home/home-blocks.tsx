import { CalendarDays, ChevronRight, CircleUserRound, type LucideIcon, ReceiptEuro, ShoppingCart } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import { soonInWords } from "@/components/ui/soon";
import { numericDate } from "@/lib/core/format-date";
import type { CartSummary } from "@/lib/reservations/rules";

export type HomeBlocksView = {
  /** The next end of booking, and of what: "repas de lundi". */
  nextDeadline: { closesAt: Date; label: string } | null;
  cart: CartSummary;
  /** Credit of all the household's accounts. */
  creditCents: number;
  /** Civil date. */
  lastReceiptOn: string | null;
};

/** The doors of the portal, each with what matters now in one line. */
export function HomeBlocks({ blocks, now }: { blocks: HomeBlocksView; now: Date }) {
  const { nextDeadline, cart, creditCents, lastReceiptOn } = blocks;
  return (
    <ul className="grid gap-3 sm:gap-4 md:grid-cols-2">
      <Block href="/reservations" icon={CalendarDays} title="Réservations">
        {nextDeadline ? (
          <>
            À réserver avant <b>{soonInWords(nextDeadline.closesAt, now)}</b>
            {" : "}
            {nextDeadline.label}
          </>
        ) : (
          "Réserver, voir et annuler les jours de vos enfants"
        )}
      </Block>
      <Block href="/panier" icon={ShoppingCart} title="Panier">
        {cart.count === 0 ? (
          "Rien à payer"
        ) : (
          <>
            <b>
              <Money cents={cart.totalCents} />
            </b>{" "}
            à payer, {cart.count} {cart.count > 1 ? "demandes" : "demande"}
          </>
        )}
      </Block>
      <Block href="/prepaiements" icon={ReceiptEuro} title="Prépaiements">
        Crédit du compte{" "}
        <b>
          <Money cents={creditCents} />
        </b>
        {lastReceiptOn && ` · dernier reçu le ${numericDate(lastReceiptOn)}`}
      </Block>
      <Block href="/mon-compte" icon={CircleUserRound} title="Mon compte">
        Mot de passe, appareils connectés
      </Block>
    </ul>
  );
}

type BlockProps = { href: string; icon: LucideIcon; title: string; children: ReactNode };

function Block({ href, icon: Icon, title, children }: BlockProps) {
  return (
    <li className="relative flex items-start gap-4 rounded-card border border-line bg-paper p-4 shadow-card hover:border-primary sm:p-5">
      <span className="grid size-11 shrink-0 place-items-center rounded-card bg-primary-soft text-primary-strong">
        <Icon />
      </span>
      <div className="min-w-0 flex-1">
        <h2>
          <Link prefetch={false} href={href} className="no-underline after:absolute after:inset-0 after:rounded-card">
            {title}
          </Link>
        </h2>
        <p className="mt-1 text-ink-2 [&_b]:font-semibold [&_b]:text-ink">{children}</p>
      </div>
      <ChevronRight className="mt-0.5 text-ink-3" />
    </li>
  );
}
