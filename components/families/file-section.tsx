import { fieldsOf, type Section, type Values } from "@/lib/families/changes/rules";
import type { FamilyFile, FamilyMember } from "@/lib/families/queries/family-file";
import { policyOf } from "@/lib/families/rules";
import { EditableSection } from "./editable-section";
import { sectionTitles } from "./family-words";
import { OpenedSection } from "./opened-section";
import type { SectionFormView } from "./section-form";
import { SectionView } from "./section-view";

export type EditorView = {
  file: FamilyFile;
  canEdit: boolean;
  /** Whose eyes these are. */
  personId: string | undefined;
  /** The section that the address asks for. */
  opened: string | undefined;
};

type Props = EditorView & { section: Section; member?: FamilyMember };

/** A section of a member, or the household's own when there is none. */
export function FileSection({ section, member, file, canEdit, personId, opened }: Props) {
  const { householdId, policies } = file;
  const role = member?.role ?? "guardian";
  const id = `${section}-${member?.personId ?? "foyer"}`;
  const values = (member ?? file).values;
  const changes = file.changes.filter((change) => change.personId === (member?.personId ?? null));
  const names = fieldsOf(section, role);
  const waiting = new Map(changes.flatMap((one) => (one.status === "pending" ? [[one.field, one.newValue]] : [])));
  const shown: Values = Object.fromEntries(
    names.map((field) => [field, waiting.has(field) ? waiting.get(field) : (values[field] ?? null)]),
  );
  const form: SectionFormView = {
    householdId,
    ...(member && { personId: member.personId }),
    role,
    section,
    shown,
    moderated: names.filter((field) => policyOf(field, policies) === "moderated"),
    locked: names.filter((field) => policyOf(field, policies) === "locked"),
    isSelf: !member || member.personId === personId,
  };
  const title = sectionTitles[section];
  if (canEdit && opened === id) return <OpenedSection id={id} title={title} form={form} />;
  return (
    <EditableSection id={id} title={title} who={member?.firstName ?? "foyer"} form={canEdit ? form : undefined}>
      <SectionView {...{ householdId, role, section, values, changes, canEdit }} />
    </EditableSection>
  );
}
