import { ArrowRight } from "lucide-react";
import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import type { WaitingChange } from "@/lib/families/changes/queries";
import { wordsOf } from "@/lib/families/changes/rules";
import { fields } from "@/lib/families/rules";

/** A change as it waits in the queue: whose, which, from what to what. */
export function changeItem(change: WaitingChange, now: Date): QueueItem {
  const { id, householdId, household, person, field, askedAt, askedBy } = change;
  const label = fields[field].label;
  return {
    id,
    title: person ? `${label}, ${person}` : label,
    subtitle: `Famille ${household}${askedBy ? ` · demandé par ${askedBy}` : ""}`,
    since: agoInWords(askedAt, now),
    href: `/admin/familles/${householdId}`,
    details: <OldAndNew change={change} />,
  };
}

function OldAndNew({ change: { field, oldValue, newValue } }: { change: WaitingChange }) {
  return (
    <dl className="grid items-center gap-x-3 gap-y-1 text-base sm:grid-cols-[auto_auto_auto] sm:justify-start">
      <dt className="sr-only">Aujourd’hui</dt>
      <dd className="rounded-small bg-sunk px-2.5 py-1 text-ink-2">{wordsOf(field, oldValue)}</dd>
      <dt>
        <ArrowRight aria-hidden="true" className="size-4 text-ink-3 max-sm:rotate-90" />
        <span className="sr-only">Demandé</span>
      </dt>
      <dd className="rounded-small bg-request-soft px-2.5 py-1 font-semibold text-ink">{wordsOf(field, newValue)}</dd>
    </dl>
  );
}
