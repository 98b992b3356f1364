import { useEffect } from "react";

/** While clicks are on their way: closing the page asks first, and the cart opens once they have arrived in it. */
export function useUnsaved(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    let wanted: HTMLElement | null = null;
    const listening = new AbortController();
    const { signal } = listening;

    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
    document.addEventListener("click", holdCart, { signal, capture: true });
    function holdCart(event: MouseEvent) {
      const link = event.target instanceof Element && event.target.closest<HTMLElement>('a[href="/panier"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      wanted = link;
    }

    return () => {
      listening.abort();
      wanted?.click();
    };
  }, [busy]);
}
