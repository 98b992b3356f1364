import { enrollmentStates } from "@/components/enrollments/enrollment-words";
import { EndForm } from "@/components/reservations/end-form";
import { Tag } from "@/components/ui/tag";
import { numericDate } from "@/lib/core/format-date";
import type { Enrolment } from "@/lib/reporting/queries/household-activity";

type Props = {
  enrolments: Enrolment[];
  /** Present for who may end them. */
  today?: string;
};

export function EnrolmentsList({ enrolments, today }: Props) {
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
                <Tag tone={enrollmentStates[status].tone}>{enrollmentStates[status].label}</Tag>
                {today && status === "approved" && (
                  <EndForm enrollmentId={id} endsOn={endsOn} today={today} what={`${name}, ${activity}`} />
                )}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
