import { notify } from "@/components/ui/notify";
import type { CartSummary } from "@/lib/reservations/rules";
import { CONNECTION_LOST } from "./grid-messages";
import type { Refused, Tell } from "./grid-store";

/** The event by which the header hears of a cart that has changed. */
export const CART_CHANGED = "cart:changed";

/** Refusals to be read one by one, and a lost connection, stay on the screen instead of passing by. */
export const staysOnScreen = ({ message, refusals }: Refused): boolean =>
  refusals.some((refusal) => refusal.message !== message) || refusals.length > 1 || message === CONNECTION_LOST;

/** What the rest of the page hears from the grid. */
export const announce: Tell = {
  cart: (detail) => window.dispatchEvent(new CustomEvent<CartSummary>(CART_CHANGED, { detail })),

  /** One more click undoes a request; what was taken away, and a gesture over many cells, can be undone at once. */
  done(kind, count, undo) {
    if (kind === "withdraw") notify(count > 1 ? `${count} demandes retirées` : "Demande retirée", { undo });
    else if (count > 1) notify(`${count} créneaux demandés`, { tone: "success", undo });
  },

  refused(refused) {
    if (!staysOnScreen(refused)) notify(refused.message, { tone: "error" });
  },
};
