import { Tag, type Tone } from "@/components/ui/tag";
import { numericDate } from "@/lib/core/format-date";
import type { Enrolment } from "@/lib/reporting/queries/household-activity";

const states: Record<Enrolment["status"], { label: string; tone: Tone }> = {
  draft: { label: "Brouillon", tone: "neutral" },
  submitted: { label: "À valider", tone: "wait" },
  incomplete: { label: "Incomplète", tone: "request" },
  approved: { label: "Acceptée", tone: "reserved" },
  refused: { label: "Refusée", tone: "cancel" },
};

export function EnrolmentsList({ enrolments }: { enrolments: Enrolment[] }) {
  if (enrolments.length === 0) return <p className="text-sm text-ink-2">Aucune inscription en cours.</p>;
  return (
    <ul className="grid gap-2 text-sm">
      {enrolments.map(({ id, child, activity, facility, status, endsOn }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{child}</span>
          <span className="grow">
            {activity}, {facility}
          </span>
          <span className="text-ink-2">jusqu’au {numericDate(endsOn)}</span>
          <Tag tone={states[status].tone}>{states[status].label}</Tag>
        </li>
      ))}
    </ul>
  );
}
