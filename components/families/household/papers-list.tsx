import { stateWords } from "@/components/documents/document-words";
import { Tag } from "@/components/ui/tag";
import type { Asked } from "@/lib/documents/rules";

/** What is asked of the family, and where each paper stands. */
export function PapersList({ asked }: { asked: Asked[] }) {
  if (asked.length === 0) return <p className="text-sm text-ink-2">Aucune pièce n’est demandée.</p>;
  return (
    <ul className="grid gap-1.5 text-sm">
      {asked.map(({ requirement: { kind, label }, member, state }) => (
        <li key={`${kind}-${member?.personId}`} className="flex flex-wrap items-baseline gap-x-2">
          <span className="grow">
            {label} {member && <span className="text-ink-2">· {member.firstName}</span>}
          </span>
          <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
        </li>
      ))}
    </ul>
  );
}
