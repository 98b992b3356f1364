"use client";

import { useEffect, useState } from "react";
import type { CartSummary } from "@/lib/reservations/rules";

/** The cart as the server drew it, then as the grid changes it ("cart:changed"), until the server draws it again. */
export function useCart(drawn: CartSummary): CartSummary {
  const [change, setChange] = useState<{ since: CartSummary; cart: CartSummary }>();

  useEffect(() => {
    const follow = (event: Event) => setChange({ since: drawn, cart: (event as CustomEvent<CartSummary>).detail });
    window.addEventListener("cart:changed", follow);
    return () => window.removeEventListener("cart:changed", follow);
  }, [drawn]);

  return change?.since === drawn ? change.cart : drawn;
}
