import { Clock, MapPin } from "lucide-react";
import type { ShownService } from "@/lib/catalogue/showcase/queries";
import { timeInWords } from "@/lib/core/format-date";
import { deadlineInShort } from "./deadline-words";

/** One service: where, when, and until when one books or cancels. */
export function ServiceCard({ service }: { service: ShownService }) {
  const { name, facilities, slots, deadlines } = service;
  return (
    <li className="grid content-start gap-3 rounded-card border border-line bg-paper p-4 sm:p-5">
      <h3 className="text-base font-semibold">{name}</h3>
      <p className="flex gap-2 text-sm text-ink-2">
        <MapPin className="mt-0.5 size-4 shrink-0" />
        {facilities.join(", ")}
      </p>
      <ul className="grid gap-1 text-sm">
        {slots.map(({ label, startsAt, endsAt }) => (
          <li key={`${label} ${startsAt} ${endsAt}`} className="flex gap-2">
            <Clock className="mt-0.5 size-4 shrink-0 text-ink-2" />
            <span>
              <span className="font-semibold">{label}</span>, {timeInWords(startsAt)} – {timeInWords(endsAt)}
            </span>
          </li>
        ))}
      </ul>
      {deadlines.map(({ booking, cancellation }) => (
        <dl key={JSON.stringify([booking, cancellation])} className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
          <dt className="text-ink-2">À réserver</dt>
          <dd>{deadlineInShort(booking)}</dd>
          <dt className="text-ink-2">À annuler</dt>
          <dd>{deadlineInShort(cancellation)}</dd>
        </dl>
      ))}
    </li>
  );
}
