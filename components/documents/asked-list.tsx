import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { type Asked, isToSend } from "@/lib/documents/rules";
import { stateWords, validityInWords } from "./document-words";
import { UploadForm } from "./upload-form";

type Props = { asked: Asked[]; householdId: string };

/** What is asked of the household, then of each of its members, with where each answer stands. */
export function AskedList({ asked, householdId }: Props) {
  const subjects = [...new Map(asked.map(({ member }) => [member?.personId, member])).values()];
  return (
    <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-2">
      {subjects.map((member) => (
        <Card key={member?.personId ?? householdId} aria-labelledby={idOf(member)} className="px-4 py-4 sm:px-5">
          <h3 id={idOf(member)} className="font-semibold">
            {member?.firstName ?? "Votre foyer"}
          </h3>
          <ul className="divide-y divide-line">
            {asked
              .filter((one) => one.member?.personId === member?.personId)
              .map((one) => (
                <AskedRow key={one.requirement.kind} asked={one} householdId={householdId} />
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

const idOf = (member: Asked["member"]) => `pieces-${member?.personId ?? "foyer"}`;

function AskedRow({ asked, householdId }: { asked: Asked; householdId: string }) {
  const { requirement, member, state, document } = asked;
  const { label, tone } = stateWords[state];
  const validity = validityInWords(state, document?.validUntil);
  const fields = { householdId, kind: requirement.kind, ...(member && { personId: member.personId }) };
  return (
    <li className="grid gap-2 py-3 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <p className="font-medium">{requirement.label}</p>
        <Tag tone={tone}>{label}</Tag>
      </div>
      {state === "rejected" && document?.reason && (
        <p className="rounded-control bg-cancel-soft px-3 py-2 text-sm">
          <span className="font-semibold">Motif :</span> {document.reason}
        </p>
      )}
      {validity && <p className="text-sm text-ink-2">{validity}</p>}
      {isToSend(state) && (
        <>
          {requirement.blocksBooking && state !== "expiring" && (
            <p className="text-sm font-semibold text-request">Nécessaire pour réserver, sauf à la cantine.</p>
          )}
          {requirement.help && <p className="max-w-prose text-sm text-ink-2">{requirement.help}</p>}
          <UploadForm
            fields={fields}
            what={member ? `${requirement.label}, ${member.firstName}` : requirement.label}
            label={state === "missing" ? "Envoyer" : "Envoyer le nouveau"}
          />
        </>
      )}
    </li>
  );
}
