import { useEffect, useSyncExternalStore } from "react";
import type { CartSummary, MonthView } from "@/lib/reservations/rules";
import { announce, CART_CHANGED } from "./announce";
import { createGrid, type GridActions, type GridState, type GridStore } from "./grid-store";
import { useUnsaved } from "./use-unsaved";

/**
 * One store per view that the server sent: a month left and come back to shows what happened meanwhile, because the
 * router gives back the same view, and clicks still on their way are not lost when the page goes.
 */
const stores = new WeakMap<MonthView, GridStore>();

function storeOf(view: MonthView, cart: CartSummary, actions: GridActions): GridStore {
  const known = stores.get(view);
  if (known) return known;
  const store = createGrid(view, cart, actions, announce);
  stores.set(view, store);
  return store;
}

export function useGrid(view: MonthView, cart: CartSummary, actions: GridActions): GridState & { store: GridStore } {
  const store = storeOf(view, cart, actions);
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);

  useEffect(() => {
    const hear = (event: Event) => event instanceof CustomEvent && store.setCart(event.detail);
    window.addEventListener(CART_CHANGED, hear);
    return () => window.removeEventListener(CART_CHANGED, hear);
  }, [store]);

  useUnsaved(state.busy);
  return { ...state, store };
}
