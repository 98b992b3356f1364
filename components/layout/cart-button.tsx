"use client";

import { ShoppingCart } from "lucide-react";
import { Link } from "@/components/ui/link";
import { formatEuros } from "@/lib/core/money";
import type { CartSummary } from "@/lib/reservations/rules";
import { useCart } from "./use-cart";

/** What is asked for and not yet paid, on every page; loud only when there is something in it. */
export function CartButton({ cart }: { cart: CartSummary }) {
  const { count, totalCents } = useCart(cart);
  const look =
    count > 0
      ? "bg-primary text-on-primary hover:bg-primary-strong"
      : "border border-line-strong text-ink hover:border-primary";

  return (
    <Link
      href="/panier"
      className={`inline-flex min-h-11 items-center gap-2.5 rounded-control px-4 font-semibold no-underline ${look}`}
    >
      <ShoppingCart />
      {count === 0 ? (
        "Panier vide"
      ) : (
        <>
          <span className="sr-only">Panier : </span>
          <span className="tabular-nums">{formatEuros(totalCents)}</span>
          <span className="rounded-[7px] bg-on-primary/20 px-1.5 text-xs leading-5.5 font-bold tabular-nums">
            {count}
            <span className="sr-only"> {count > 1 ? "demandes" : "demande"}</span>
          </span>
        </>
      )}
    </Link>
  );
}
