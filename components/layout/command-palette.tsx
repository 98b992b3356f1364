"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const PaletteDialog = lazy(() => import("./palette-dialog"));
const ShortcutsDialog = lazy(() => import("./shortcuts-dialog"));

export type PaletteProps = {
  places: string[];
  /** Where families are looked for; absent for those who may not read them. */
  searchPath: string | undefined;
};

/** Ctrl-K from anywhere: go to a page, a family, a child, an invoice; `?` tells every key. Both are fetched when asked for. */
export function CommandPalette(props: PaletteProps) {
  const [open, setOpen] = useState<"palette" | "shortcuts">();

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!isPalette && !asksHelp(event)) return;
      event.preventDefault();
      setOpen(isPalette ? "palette" : "shortcuts");
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <Button size="small" onClick={() => setOpen("palette")} className="lg:mb-3 lg:justify-start">
        <Search className="size-4" />
        <span className="max-sm:sr-only">Aller à…</span>
        <kbd className="ml-auto font-sans text-xs text-ink-2 max-lg:hidden">Ctrl K</kbd>
      </Button>
      <Suspense>
        {open === "palette" && <PaletteDialog {...props} onClose={() => setOpen(undefined)} />}
        {open === "shortcuts" && <ShortcutsDialog onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}

/** A `?` that is not being typed; a queue answers its own, with the words of its decisions. */
function asksHelp({ key, target }: KeyboardEvent): boolean {
  if (key !== "?" || document.querySelector("[data-own-keys]")) return false;
  return !(target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=dialog]"));
}
