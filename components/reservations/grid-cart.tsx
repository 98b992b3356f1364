import { ShoppingCart } from "lucide-react";
import { Link } from "@/components/ui/link";
import { dayInWords, deadlineDayInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { CartSummary, MonthView } from "@/lib/reservations/rules";
import type { GridState } from "./grid-store";

export function GridCart({ cart: { count, totalCents }, view }: { cart: CartSummary; view: MonthView }) {
  if (view.byAgent) return null;
  return (
    <Link href="/panier" className="tool cart" data-full={count > 0 || undefined}>
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
export function GridStatus({ grid: { busy, cart }, view }: { grid: GridState; view: MonthView }) {
  const hold = cart.count > 0 && cart.holdExpiresAt;
  const hint =
    view.slots.length > 0
      ? "Choisissez une case libre pour demander une place."
      : "Aucune activité n’est ouverte à vos enfants ce mois-ci.";
  return (
    <p className="status" data-busy={busy || undefined}>
      <span>
        {view.byAgent && cart.count > 0 && <b>À payer par la famille : {formatEuros(cart.totalCents)}. </b>}
        {hold ? `Places gardées ${keptUntil(new Date(hold), view.today)}.` : hint}
      </span>
      <span>Enregistrement…</span>
    </p>
  );
}

/** "jusqu’à 18 h 30", with the day when it is not today. */
function keptUntil(instant: Date, today: string): string {
  const [day, time] = deadlineDayInWords(instant).split(" à ");
  return day === dayInWords(today) ? `jusqu’à ${time}` : `jusqu’au ${day} à ${time}`;
}
