import { Tag } from "@/components/ui/tag";
import type { OpenChange } from "@/lib/families/changes/queries";
import { wordsOf } from "@/lib/families/changes/rules";
import type { FamilyMember } from "@/lib/families/queries/family-file";
import { fields } from "@/lib/families/rules";

type Props = { changes: OpenChange[]; members: FamilyMember[] };

/** What the family asked to change and has no answer to. */
export function WaitingList({ changes, members }: Props) {
  const waiting = changes.filter(({ status }) => status === "pending");
  if (waiting.length === 0) return <p className="text-sm text-ink-2">Aucune modification n’attend de réponse.</p>;
  return (
    <ul className="grid gap-2 text-sm">
      {waiting.map(({ changeId, personId, field, newValue }) => (
        <li key={changeId} className="flex flex-wrap items-baseline gap-x-2">
          <Tag tone="request">En attente</Tag>
          <span>
            {members.find((member) => member.personId === personId)?.firstName} {fields[field].label} :{" "}
            <strong>{wordsOf(field, newValue)}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}
