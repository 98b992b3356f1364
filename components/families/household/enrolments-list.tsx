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
  const children = [...new Set(enrolments.map(({ child }) => child))];
  return (
    <dl className="grid gap-2 text-sm">
      {children.map((name) => (
        <div key={name}>
          <dt className="font-semibold">{name}</dt>
          {enrolments
            .filter(({ child }) => child === name)
            .map(({ id, activity, facility, status, endsOn }) => (
              <dd key={id} className="flex flex-wrap items-baseline justify-between gap-x-2 py-0.5">
                <span>
                  {activity}, {facility} <span className="text-ink-2">jusqu’au {numericDate(endsOn)}</span>
                </span>
                <Tag tone={states[status].tone}>{states[status].label}</Tag>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
