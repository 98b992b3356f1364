import type { Metadata } from "next";
import { Cart } from "@/components/billing/cart";
import { FamilyShell } from "@/components/layout/family-shell";
import { requireGuardian } from "@/lib/auth/gates";
import { payCartAction, prolongCartAction, restoreLineAction, withdrawLineAction } from "@/lib/billing/cart/actions";
import { getCart } from "@/lib/billing/cart/queries";
import { isAllowed } from "@/lib/core/authorize";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Panier" };

const actions = {
  pay: payCartAction,
  prolong: prolongCartAction,
  withdraw: withdrawLineAction,
  restore: restoreLineAction,
};

export default async function CartPage() {
  const ctx = await requireGuardian();
  const [shell, cart] = await Promise.all([getFamilyShell(ctx, ctx.householdId), getCart(ctx, ctx.householdId)]);

  const canPay = isAllowed(ctx.actor, "cart:pay", { householdId: ctx.householdId });

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="panier">
      <Cart cart={cart} now={ctx.now} actions={canPay ? actions : undefined} />
    </FamilyShell>
  );
}
