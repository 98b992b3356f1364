import { SearchAsYouType } from "@/components/form/search-as-you-type";
import { Link } from "@/components/ui/link";
import type { InboxInput } from "@/lib/contact/input";
import type { ThreadStatus } from "@/lib/contact/rules";
import { staffStates } from "./contact-words";

type Props = { filter: InboxInput; counts: Record<ThreadStatus, number> };

export const inboxAddress = ({ q, etat, pour, page }: Partial<InboxInput>): string => {
  const query = new URLSearchParams({
    ...(etat && etat !== "to_handle" && { etat }),
    ...(pour === "moi" && { pour }),
    ...(q && { q }),
    ...(page && page > 1 && { page: `${page}` }),
  });
  return query.size > 0 ? `/admin/contact?${query}` : "/admin/contact";
};

const look =
  "-mb-px flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 font-medium text-ink-2 no-underline hover:text-ink aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-primary-strong";

/** The states, with how much is in each, and whether one sees one's own exchanges or everyone's. */
export function InboxTabs({ filter, counts }: Props) {
  const { etat, pour, q } = filter;
  const states = Object.keys(staffStates) as ThreadStatus[];
  return (
    <>
      <nav aria-label="États" className="mb-4 flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
        <ul className="flex flex-wrap gap-1">
          {states.map((state) => (
            <li key={state}>
              <Link
                href={inboxAddress({ pour, q, etat: state })}
                aria-current={state === etat ? "page" : undefined}
                className={look}
              >
                {staffStates[state].label}
                <span className="rounded-full bg-sunk px-2 py-0.5 text-xs font-bold text-ink-2 tabular-nums">
                  {counts[state]}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <ul className="flex gap-1">
          {(["tous", "moi"] as const).map((whose) => (
            <li key={whose}>
              <Link
                href={inboxAddress({ q, etat, pour: whose })}
                aria-current={whose === pour ? "true" : undefined}
                className={look}
              >
                {whose === "moi" ? "Les miens" : "Tous"}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchAsYouType
        path="/admin/contact"
        label="Chercher une famille ou un mot"
        value={q}
        kept={{ ...(etat !== "to_handle" && { etat }), ...(pour === "moi" && { pour }) }}
      />
    </>
  );
}
