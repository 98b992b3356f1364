import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { ListedRequirement } from "@/lib/documents/requirements/queries";
import { RequirementForm } from "./requirement-form";
import { subjectInWords, validityInShort } from "./requirement-words";

/** What families are asked for, each to be opened and changed. */
export function RequirementList({ requirements }: { requirements: ListedRequirement[] }) {
  return (
    <ul className="grid gap-3">
      {requirements.map((requirement) => (
        <li key={requirement.id}>
          <Card className="p-4 sm:p-5">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h2 className="text-base">{requirement.label}</h2>
              {!requirement.isActive && <Tag>N’est plus demandée</Tag>}
              {requirement.isActive && requirement.blocksBooking && <Tag tone="request">Nécessaire pour réserver</Tag>}
              {requirement.isHealth && <Tag tone="absence">Santé</Tag>}
            </div>
            <p className="mt-1 text-sm text-ink-2">
              {subjectInWords(requirement.appliesTo)}, valable {validityInShort(requirement.validity)}.{" "}
              {validInWords(requirement.valid)}
            </p>
            {requirement.activities.length > 0 && (
              <p className="text-sm text-ink-2">Exigée à l’inscription : {requirement.activities.join(" ; ")}.</p>
            )}
            <details className="mt-2">
              <summary className="inline-flex min-h-9 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
                Modifier<span className="sr-only"> : {requirement.label}</span>
              </summary>
              <div className="mt-3 border-t border-line pt-4">
                <RequirementForm requirement={requirement} />
              </div>
            </details>
          </Card>
        </li>
      ))}
    </ul>
  );
}

const validInWords = (count: number): string =>
  count === 0 ? "Aucune n’est validée." : count === 1 ? "Une est validée." : `${count} sont validées.`;
