import { ShoppingCart } from "lucide-react";
import Link from "next/link";
import { dayInWords, deadlineDayInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { CartSummary } from "@/lib/reservations/rules";
import type { GridState } from "./grid-store";

export function GridCart({ cart: { count, totalCents } }: { cart: CartSummary }) {
  return (
    <Link href="/panier" prefetch={false} className="tool cart" data-full={count > 0 || undefined}>
      <ShoppingCart />
      <span className="sr-only">Panier : </span>
      {formatEuros(totalCents)}
      <b>
        {count}
        <span className="sr-only"> {count > 1 ? "demandes" : "demande"}</span>
      </b>
    </Link>
  );
}

/** One line that is always there: what to do, what is on its way, or until when the places are kept. */
export function GridStatus({ grid: { busy, cart }, today }: { grid: GridState; today: string }) {
  const kept = cart.count > 0 && cart.holdExpiresAt !== null && keptUntil(new Date(cart.holdExpiresAt), today);
  return (
    <p className="status" data-busy={busy || undefined}>
      <span>{kept ? `Places gardées ${kept}.` : "Choisissez une case blanche pour demander une place."}</span>
      <span>Enregistrement…</span>
    </p>
  );
}

/** "jusqu’à 18 h 30", with the day when it is not today. */
function keptUntil(instant: Date, today: string): string {
  const [day, time] = deadlineDayInWords(instant).split(" à ");
  return day === dayInWords(today) ? `jusqu’à ${time}` : `jusqu’au ${day} à ${time}`;
}
