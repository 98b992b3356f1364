import { stateWords, validityInWords } from "@/components/documents/document-words";
import { UploadForm } from "@/components/documents/upload-form";
import { Tag } from "@/components/ui/tag";
import { type Asked, isToSend } from "@/lib/documents/rules";

/** The papers of an activity, with where each stands, and the way to send what is missing without leaving the page. */
export function PapersAsked({ asked, householdId }: { asked: Asked[]; householdId: string }) {
  return (
    <ul className="divide-y divide-line">
      {asked.map(({ requirement, member, state, document }) => {
        const { label, tone } = stateWords[state];
        const validity = validityInWords(state, document?.validUntil);
        const what = member ? `${requirement.label}, ${member.firstName}` : requirement.label;
        return (
          <li key={`${requirement.kind} ${member?.personId}`} className="grid gap-2 py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <p className="font-medium">{what}</p>
              <Tag tone={tone}>{label}</Tag>
            </div>
            {validity && <p className="text-sm text-ink-2">{validity}</p>}
            {isToSend(state) && (
              <>
                {requirement.blocksBooking && state !== "expiring" && (
                  <p className="text-sm font-semibold text-request">Nécessaire pour réserver, sauf à la cantine.</p>
                )}
                {requirement.help && <p className="max-w-prose text-sm text-ink-2">{requirement.help}</p>}
                <UploadForm
                  fields={{ householdId, kind: requirement.kind, ...(member && { personId: member.personId }) }}
                  what={what}
                />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
