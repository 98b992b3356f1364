import { Phone } from "lucide-react";
import { relationWords } from "@/components/families/family-words";
import { phoneInWords } from "@/lib/core/format-phone";
import type { Collector, RollCallChild } from "@/lib/reservations/attendance/queries";

/** Who may take the child away, one touch away; whoever must not is said above, always in sight. */
export function Collectors({ id, child }: { id: string; child: RollCallChild }) {
  const { allowed, leavesAlone } = child;
  return (
    <ul id={id} className="mt-3 grid gap-1 border-t border-line pt-2 text-sm sm:grid-cols-2">
      {leavesAlone !== null && (
        <li className="py-2">
          <strong>Peut partir seul</strong>
          {leavesAlone && ` : ${leavesAlone}`}
        </li>
      )}
      {allowed.map((person) => (
        <Person key={person.name} person={person} />
      ))}
      {allowed.length === 0 && leavesAlone === null && <li className="py-2">Personne n’est indiqué.</li>}
    </ul>
  );
}

function Person({ person: { name, relation, phone, isEmergencyContact } }: { person: Collector }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span>
        <strong>{name}</strong>, {relationWords[relation].toLowerCase()}
        {isEmergencyContact && <span className="text-ink-2"> (urgence)</span>}
      </span>
      {phone && (
        <a href={`tel:${phone}`} className="inline-flex min-h-12 items-center gap-1.5 text-primary-strong underline">
          <Phone className="size-4" />
          {phoneInWords(phone)}
        </a>
      )}
    </li>
  );
}
