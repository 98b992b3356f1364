import Link from "next/link";
import { type AdminPlace, adminPlaces, isAdminPlace } from "./admin-places";

type Props = { places: { place: string; count: number }[]; current?: AdminPlace };

/** The places of the staff, with how much waits in them. */
export function AdminNav({ places, current }: Props) {
  return (
    <nav aria-label="Menu principal" className="max-lg:order-3 max-lg:w-full">
      <ul className="flex flex-wrap gap-1 lg:flex-col">
        {places.map(({ place, count }) => {
          if (!isAdminPlace(place)) return null;
          const { href, label, icon: Icon } = adminPlaces[place];
          return (
            <li key={place}>
              <Link
                href={href}
                aria-current={place === current ? "page" : undefined}
                className="flex items-center gap-3 rounded-control px-2.5 py-2 text-sm font-medium whitespace-nowrap text-ink-2 no-underline hover:bg-sunk hover:text-ink aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-strong"
              >
                <Icon />
                {label}
                {count > 0 && (
                  <span className="ml-auto rounded-full bg-primary px-2 py-0.5 text-xs font-bold text-on-primary tabular-nums">
                    {count}
                    <span className="sr-only"> en attente</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
