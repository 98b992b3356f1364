import { CalendarDays, ShoppingCart } from "lucide-react";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CartView } from "@/lib/billing/cart/rules";
import { type CartActions, CartBlockSection } from "./cart-block";

/** Without actions one only looks. */
type Props = { cart: CartView; now: Date; actions: CartActions | undefined };

/** What is asked for and not yet paid: one block per régie, because each is paid at its own bank. */
export function Cart({ cart, now, actions }: Props) {
  if (cart.blocks.length === 0) return <EmptyCart />;
  return (
    <>
      <PageTitle
        title="Panier"
        lead={<CartLead count={cart.blocks.flatMap(({ lines }) => lines).length} blocks={cart.blocks.length} />}
      >
        <ButtonLink href="/reservations" className="max-sm:hidden">
          <CalendarDays />
          Continuer à réserver
        </ButtonLink>
      </PageTitle>
      <div className="grid gap-8">
        {cart.blocks.map((block) => (
          <CartBlockSection
            key={block.revenueOfficeId}
            block={block}
            householdId={cart.householdId}
            now={now}
            actions={actions}
          />
        ))}
      </div>
    </>
  );
}

function CartLead({ count, blocks }: { count: number; blocks: number }) {
  const requests = count > 1 ? `${count} demandes attendent` : "Une demande attend";
  return blocks > 1
    ? `${requests} votre paiement, en ${blocks} fois : chaque régie a sa banque.`
    : `${requests} votre paiement.`;
}

function EmptyCart() {
  return (
    <>
      <PageTitle title="Panier" />
      <EmptyState
        icon={ShoppingCart}
        title="Votre panier est vide"
        action={
          <ButtonLink href="/reservations" variant="primary">
            Réserver
          </ButtonLink>
        }
      >
        Choisissez des créneaux dans le calendrier : vos demandes à payer arrivent ici.
      </EmptyState>
    </>
  );
}
