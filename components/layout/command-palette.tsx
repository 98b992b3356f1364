"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const PaletteDialog = lazy(() => import("./palette-dialog"));

export type PaletteProps = {
  places: string[];
  /** Where families are looked for; absent for those who may not read them. */
  searchPath: string | undefined;
};

/** Ctrl-K from anywhere: go to a page, or to a family. What it takes is fetched the first time. */
export function CommandPalette(props: PaletteProps) {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} className="lg:mb-3 lg:justify-start">
        <Search className="size-4" />
        <span className="max-sm:sr-only">Aller à…</span>
        <kbd className="ml-auto font-sans text-xs text-ink-2 max-lg:hidden">Ctrl K</kbd>
      </Button>
      <Suspense>{isOpen && <PaletteDialog {...props} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
