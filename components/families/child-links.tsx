import { CalendarSync, ChevronRight, HeartPulse, type LucideIcon, ShieldCheck, UserCheck } from "lucide-react";
import { Link } from "@/components/ui/link";
import { withOf } from "@/lib/core/text";
import type { ChildOutline } from "@/lib/families/queries/child-outlines";

/** The doors to what is read apart: health, consents, who may pick up; each with what is left to do. */
export function ChildLinks({ outline }: { outline: ChildOutline }) {
  const { childId, firstName, hasHealth, consentsAsked, consentsAnswered, pickups, isShared } = outline;
  const base = `/ma-famille/enfants/${childId}`;
  const left = consentsAsked - consentsAnswered;
  return (
    <ul
      className={`grid divide-y divide-line border-t border-line md:divide-x md:divide-y-0 ${isShared ? "md:grid-cols-4" : "md:grid-cols-3"}`}
    >
      <Door href={`${base}/sante`} icon={HeartPulse} title="Santé" of={firstName}>
        {hasHealth ? "Vaccins, allergies, PAI, repas" : "À compléter"}
      </Door>
      <Door href={`${base}/autorisations`} icon={ShieldCheck} title="Autorisations" of={firstName}>
        {left > 0 ? `${left} ${left > 1 ? "réponses attendues" : "réponse attendue"}` : "Toutes les réponses sont là"}
      </Door>
      <Door href={`${base}/autorisations#personnes`} icon={UserCheck} title="Personnes habilitées" of={firstName}>
        {pickups === 0 ? "Personne pour l’instant" : `${pickups} ${pickups > 1 ? "personnes" : "personne"}`}
      </Door>
      {isShared && (
        <Door href={`${base}/garde`} icon={CalendarSync} title="Garde" of={firstName}>
          Deux foyers
        </Door>
      )}
    </ul>
  );
}

type DoorProps = { href: string; icon: LucideIcon; title: string; of: string; children: string };

function Door({ href, icon: Icon, title, of, children }: DoorProps) {
  return (
    <li className="relative flex items-center gap-3 p-4 hover:bg-sunk/60">
      <Icon className="text-primary-strong" />
      <div className="min-w-0 flex-1">
        <Link href={href} className="font-semibold no-underline after:absolute after:inset-0">
          {title}
          <span className="sr-only"> {withOf(of)}</span>
        </Link>
        <p className="text-sm text-ink-2">{children}</p>
      </div>
      <ChevronRight className="text-ink-3" />
    </li>
  );
}
