"use client";

import { Menu, X } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Always there beside the work; on a narrow screen, behind a button and over the page. */
export function AdminMenu({ children }: { children: ReactNode }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside
    <div
      className="contents"
      onKeyDown={({ key }) => {
        if (key !== "Escape" || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <Button
        ref={button}
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="min-h-11 lg:hidden"
      >
        {isOpen ? <X className="size-4" /> : <Menu className="size-4" />}
        Menu
      </Button>
      <div
        id={id}
        className={`min-h-0 flex-col gap-4 max-lg:absolute max-lg:inset-x-0 max-lg:top-full max-lg:z-30 max-lg:max-h-[calc(100dvh-4.5rem)] max-lg:overflow-y-auto max-lg:border-b max-lg:border-line max-lg:bg-paper max-lg:p-3 max-lg:shadow-card lg:flex lg:flex-1 ${isOpen ? "flex" : "max-lg:hidden"}`}
      >
        {children}
      </div>
    </div>
  );
}
