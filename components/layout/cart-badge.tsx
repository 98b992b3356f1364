"use client";

import type { CartSummary } from "@/lib/reservations/rules";
import { useCart } from "./use-cart";

/** How many requests wait in the cart, on the corner of its icon. */
export function CartBadge({ cart }: { cart: CartSummary }) {
  const { count } = useCart(cart);
  if (count === 0) return null;
  return (
    <span className="absolute -top-1.5 left-3 min-w-4.5 rounded-full bg-cancel px-1 text-center text-[0.71875rem] leading-4.5 font-bold text-paper">
      {count}
      <span className="sr-only"> {count > 1 ? "demandes" : "demande"}</span>
    </span>
  );
}
