"use client";

import { ChevronDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { type AdminPlace, type AdminSection, adminPlaces, adminSections, isAdminPlace } from "./admin-places";
import { useFolded } from "./use-folded";

type Counted = { place: string; count: number };
type Props = { places: Counted[]; current?: AdminPlace };

const sections = Object.entries(adminSections) as [AdminSection, string | undefined][];

/** The places of the staff by section, with how much waits in them. A section stays folded until it is opened again. */
export function AdminNav({ places, current }: Props) {
  const nav = useRef<HTMLElement>(null);
  const [folded, toggle] = useFolded();

  // Scrolled by hand: `scrollIntoView` would also have the first Tab start from there, past the way to the content.
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (!nav.current || !current) return;
    const { bottom } = nav.current.getBoundingClientRect();
    nav.current.scrollTop += Math.max(0, current.getBoundingClientRect().bottom - bottom + 8);
  }, []);

  return (
    <nav ref={nav} aria-label="Menu principal" className="-mx-1 grid gap-3 px-1 lg:min-h-0 lg:overflow-y-auto lg:py-1">
      {sections.map(([section, heading]) => {
        const own = places.filter(({ place }) => isAdminPlace(place) && adminPlaces[place].section === section);
        if (own.length === 0) return null;
        const isOpen = !folded.includes(section);
        const id = `menu-${section}`;
        return (
          <div key={section}>
            {heading && (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={id}
                onClick={() => toggle(section)}
                className="flex w-full items-center justify-between gap-2 rounded-small px-2.5 py-1 text-left text-xs font-semibold text-ink-2 hover:text-ink"
              >
                {heading}
                <ChevronDown className={`size-4 ${isOpen ? "" : "-rotate-90"}`} />
              </button>
            )}
            <ul id={id} hidden={!isOpen} className="grid gap-px">
              {own.map((one) => (
                <Place key={one.place} {...one} current={current} />
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function Place({ place, count, current }: Counted & { current: AdminPlace | undefined }) {
  if (!isAdminPlace(place)) return null;
  const { href, label, icon: Icon } = adminPlaces[place];
  return (
    <li>
      <Link
        href={href}
        aria-current={place === current ? "page" : undefined}
        className="flex items-center gap-3 rounded-control px-2.5 py-1.5 text-sm font-medium text-ink-2 no-underline hover:bg-sunk hover:text-ink aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-strong max-lg:min-h-11"
      >
        <Icon className="size-4.5" />
        <span className="min-w-0">{label}</span>
        {count > 0 && (
          <span className="ml-auto rounded-full bg-primary px-2 py-0.5 text-xs font-bold text-on-primary tabular-nums">
            {count}
            <span className="sr-only"> en attente</span>
          </span>
        )}
      </Link>
    </li>
  );
}
