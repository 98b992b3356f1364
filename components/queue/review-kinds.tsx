import {
  CalendarCheck,
  FileCheck,
  GraduationCap,
  type LucideIcon,
  PencilLine,
  Thermometer,
  UserRoundCheck,
  UserRoundX,
} from "lucide-react";
import { agoInWords } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import type { ReviewKind, ToReview } from "@/lib/reporting/queries/to-review";

const kinds: { kind: ReviewKind; href: string; label: string; icon: LucideIcon }[] = [
  { kind: "signUps", href: "/admin/a-valider/inscriptions", label: "Inscriptions", icon: UserRoundCheck },
  { kind: "changes", href: "/admin/a-valider/modifications", label: "Modifications", icon: PencilLine },
  { kind: "deletions", href: "/admin/a-valider/suppressions", label: "Suppressions", icon: UserRoundX },
  { kind: "documents", href: "/admin/a-valider/pieces", label: "Pièces", icon: FileCheck },
  {
    kind: "enrollments",
    href: "/admin/a-valider/inscriptions-activites",
    label: "Inscriptions aux activités",
    icon: GraduationCap,
  },
  { kind: "demands", href: "/admin/a-valider/demandes", label: "Demandes", icon: CalendarCheck },
  { kind: "absences", href: "/admin/a-valider/absences", label: "Absences", icon: Thermometer },
];

/** The queues, each with how much waits in it, and since when. */
export function ReviewKinds({ waiting, now }: { waiting: ToReview; now: Date }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {kinds.map(({ kind, href, label, icon: Icon }) => {
        const found = waiting[kind];
        if (!found) return null;
        const { count, oldestAt } = found;
        return (
          <li key={kind}>
            <Link
              href={href}
              className="flex h-full items-start gap-4 rounded-card border border-line bg-paper p-5 no-underline shadow-card hover:border-primary"
            >
              <span className="grid size-11 shrink-0 place-items-center rounded-full bg-primary-soft text-primary-strong">
                <Icon />
              </span>
              <span>
                <span className="block text-lg font-semibold">{label}</span>
                <span className={`block ${count > 0 ? "font-semibold" : "text-ink-2"}`}>{countInWords(count)}</span>
                {oldestAt && (
                  <span className="block text-sm text-ink-2">La plus ancienne : {agoInWords(oldestAt, now)}</span>
                )}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

const countInWords = (count: number) => (count === 0 ? "Rien n’attend" : `${count} en attente`);
