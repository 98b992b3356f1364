import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import { numericDate } from "@/lib/core/format-date";
import type { WaitingEnrollment } from "@/lib/enrollments/queries/waiting";
import { CompletionForm } from "./completion-form";
import { periodInWords } from "./enrollment-words";

/** A request as it waits in the queue: which child, for what, until when. */
export function enrollmentItem(waiting: WaitingEnrollment, now: Date): QueueItem {
  const { id, firstName, lastName, activity, facility, household, householdId, unjudged } = waiting;
  return {
    id,
    title: `${firstName} ${lastName}, ${activity}`,
    subtitle: household ? `Famille ${household} · ${facility}` : facility,
    since: agoInWords(waiting.submittedAt, now),
    href: householdId ? `/admin/familles/${householdId}` : undefined,
    warning:
      unjudged > 0
        ? `${unjudged === 1 ? "Une pièce demandée attend" : `${unjudged} pièces demandées attendent`} encore votre vérification.`
        : undefined,
    details: <Facts waiting={waiting} />,
    actions: <CompletionForm enrollmentId={id} />,
  };
}

function Facts({ waiting }: { waiting: WaitingEnrollment }) {
  const { birthDate, school, gradeLevel } = waiting;
  const facts = [
    ["Période", periodInWords(waiting)],
    ["Naissance", birthDate ? numericDate(birthDate) : "non renseignée"],
    ["École", [school, gradeLevel].filter(Boolean).join(", ") || "non renseignée"],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="text-ink-2">{term}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
