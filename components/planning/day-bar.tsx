"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ButtonLink } from "@/components/ui/button";

export type Way = { href: string; label: string };

/** From a day to the next, with the arrows of the keyboard too; everything is an address. */
export function DayBar({ previous, today, next }: { previous: Way; today: Way; next: Way }) {
  const router = useRouter();

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (target?.closest("input, textarea, select, [role=dialog]")) return;
      const way = { ArrowLeft: previous, ArrowRight: next, t: today }[event.key];
      if (way) router.push(way.href);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, previous, next, today]);

  return (
    <nav aria-label="Dates" className="flex items-center gap-2 print:hidden">
      <ButtonLink href={previous.href} aria-label={previous.label} title={`${previous.label} (←)`} className="px-3">
        <ChevronLeft />
      </ButtonLink>
      <ButtonLink href={today.href} title={`${today.label} (t)`}>
        {today.label}
      </ButtonLink>
      <ButtonLink href={next.href} aria-label={next.label} title={`${next.label} (→)`} className="px-3">
        <ChevronRight />
      </ButtonLink>
    </nav>
  );
}
