import { Tag } from "@/components/ui/tag";
import { fieldsOf, type Section, type Values, wordsOf } from "@/lib/families/changes/rules";
import type { FamilyFile } from "@/lib/families/queries/family-file";
import { type Field, fields, type HouseholdRole } from "@/lib/families/rules";
import { WithdrawChange } from "./withdraw-change";

type OpenChange = FamilyFile["changes"][number];

type Props = {
  householdId: string;
  role: HouseholdRole;
  section: Section;
  values: Values;
  changes: OpenChange[];
  canEdit: boolean;
};

/** A section as one reads it: what is there, what waits under it, and in one line what is not there yet. */
export function SectionView({ householdId, role, section, values, changes, canEdit }: Props) {
  const changeOf = (field: Field) => changes.find((one) => one.field === field);
  const names = fieldsOf(section, role);
  const isSaid = (field: Field) => Boolean(values[field] || changeOf(field)) || field === "person.smsAllowed";
  const missing = names.filter((field) => !isSaid(field)).map((field) => fields[field].label.toLowerCase());
  return (
    <div className="grid gap-2">
      <dl className="grid gap-2 empty:hidden">
        {names.filter(isSaid).map((field) => {
          const change = changeOf(field);
          return (
            <div key={field} className="flex flex-wrap items-baseline gap-x-3">
              <dt className={section === "address" ? "sr-only" : "w-40 shrink-0 text-sm text-ink-2"}>
                {fields[field].label}
              </dt>
              <dd className="min-w-0 font-medium break-words">{wordsOf(field, values[field] ?? null)}</dd>
              {change && (
                <dd className="w-full">
                  <ChangeNote householdId={householdId} change={change} canEdit={canEdit} />
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {missing.length > 0 && <p className="text-sm text-ink-3">Non renseigné : {missing.join(", ")}</p>}
    </div>
  );
}

type NoteProps = { householdId: string; change: OpenChange; canEdit: boolean };

function ChangeNote({ householdId, change, canEdit }: NoteProps) {
  const { status, changeId, field, newValue, reason } = change;
  const words = wordsOf(field, newValue);
  if (status === "refused") {
    return (
      <p className="mt-1 rounded-small border border-cancel-line bg-cancel-soft px-2.5 py-1.5 text-sm">
        <Tag tone="cancel">Refusé</Tag> {words}. {reason}
      </p>
    );
  }
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-small border border-request-line bg-request-soft px-2.5 py-1.5 text-sm">
      <Tag tone="request">En attente</Tag>
      <span className="min-w-0 flex-1 font-medium break-words">{words}</span>
      {canEdit && <WithdrawChange householdId={householdId} changeId={changeId} label={fields[field].label} />}
    </div>
  );
}
