import { shortInstant } from "@/lib/core/format-date";
import type { HistoryEvent } from "@/lib/reporting/queries/household-history";
import { actorInWords, changeInWords, eventInWords } from "./history-words";

/** The whole story of a household, last first. */
export function HistoryList({ events }: { events: HistoryEvent[] }) {
  if (events.length === 0) return <p className="text-ink-2">Rien n’est encore arrivé à cette famille.</p>;
  return (
    <ol className="grid text-sm">
      {events.map(({ id, at, type, actorKind, actor, subject, changes }) => (
        <li key={id} className="grid gap-x-4 border-line py-2 not-last:border-b sm:grid-cols-[9.5rem_1fr_auto]">
          <span className="whitespace-nowrap text-ink-2 tabular-nums">{shortInstant(at)}</span>
          <span>
            <span className="font-medium">{eventInWords(type)}</span>
            {subject && <span> · {subject}</span>}
            {changes.map((change) => {
              const { label, before, after } = changeInWords(change);
              return (
                <span key={change.field} className="block text-ink-2">
                  {label} : <del className="decoration-ink-3">{before}</del> →{" "}
                  <ins className="no-underline">{after}</ins>
                </span>
              );
            })}
          </span>
          <span className="text-ink-2">{actorInWords(actorKind, actor)}</span>
        </li>
      ))}
    </ol>
  );
}
