"use client";

import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button, ButtonLink } from "@/components/ui/button";

type Way = { href: string; label: string };
type Props = {
  previous: Way;
  next: Way;
  today: Way;
  views: (Way & { isCurrent: boolean })[];
  structures: (Way & { isCurrent: boolean })[];
};

/** From a day to the next, with the arrows of the keyboard too; everything is an address. */
export function PlanningBar({ previous, next, today, views, structures }: Props) {
  const router = useRouter();

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (target?.closest("input, textarea, select, dialog, [role=dialog]")) return;
      const way = { ArrowLeft: previous, ArrowRight: next, t: today }[event.key];
      if (way) router.push(way.href);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, previous, next, today]);

  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <nav aria-label="Dates" className="flex items-center gap-2">
        <ButtonLink size="small" href={previous.href} aria-label={previous.label} title={`${previous.label} (←)`}>
          <ChevronLeft className="size-5" />
        </ButtonLink>
        <ButtonLink size="small" href={today.href} title={`${today.label} (t)`}>
          {today.label}
        </ButtonLink>
        <ButtonLink size="small" href={next.href} aria-label={next.label} title={`${next.label} (→)`}>
          <ChevronRight className="size-5" />
        </ButtonLink>
      </nav>
      <Choices label="Vue" ways={views} />
      {structures.length > 2 && <Choices label="Structure" ways={structures} />}
      <Button size="small" onClick={() => window.print()} className="sm:ml-auto">
        <Printer className="size-4" />
        Imprimer
      </Button>
    </div>
  );
}

function Choices({ label, ways }: { label: string; ways: (Way & { isCurrent: boolean })[] }) {
  return (
    <nav aria-label={label} className="flex max-w-full flex-wrap gap-1 rounded-control bg-sunk p-1">
      {ways.map((way) => (
        <Link
          key={way.href}
          href={way.href}
          aria-current={way.isCurrent ? "true" : undefined}
          className="inline-flex min-h-9 items-center rounded-small px-3 text-sm font-medium text-ink-2 no-underline hover:text-ink aria-[current]:bg-paper aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {way.label}
        </Link>
      ))}
    </nav>
  );
}
