import { ChevronRight, Users } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";

export type FamilyView = { name: string; children: { firstName: string; rank: number }[] };

/** The blue band: whose family this is. On a phone the children are their initials, in their colours. */
export function FamilyBand({ family }: { family: FamilyView }) {
  return (
    <section aria-label="Ma famille" className="bg-linear-100 from-band to-band-2 text-white print:hidden">
      <div className="mx-auto flex min-h-13 max-w-page items-center gap-x-4 gap-y-1 px-4 py-2 sm:flex-wrap sm:px-6">
        <Link
          href="/ma-famille"
          className="-mx-2 flex min-h-9 min-w-0 items-center gap-2.5 rounded-small px-2 font-semibold text-white no-underline hover:bg-white/15"
        >
          <Users className="max-sm:hidden" />
          <span className="truncate">Ma famille · {family.name}</span>
          <ChevronRight className="size-4 shrink-0" />
        </Link>
        <ul aria-label="Enfants" className="flex gap-1.5 max-sm:ml-auto sm:gap-2.5">
          {family.children.map(({ firstName, rank }) => (
            <li
              key={rank}
              className="flex items-center gap-2 text-sm font-medium sm:rounded-full sm:bg-white/15 sm:py-1 sm:pr-3 sm:pl-1"
            >
              <Avatar name={firstName} rank={rank} />
              <span className="max-sm:sr-only">{firstName}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
