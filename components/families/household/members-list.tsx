import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { withOf } from "@/lib/core/text";
import { fieldsOf, sectionsOf, wordsOf } from "@/lib/families/changes/rules";
import type { FamilyMember } from "@/lib/families/queries/family-file";
import { fields } from "@/lib/families/rules";
import { roleWords, tieWords } from "../family-words";

type Props = {
  members: FamilyMember[];
  seesHealth: boolean;
  /** Where an account of this household is looked after, for who may. */
  accountsPath: string | undefined;
};

/** Everybody of a household, with what is known of them and nothing that is not. */
export function MembersList({ members, seesHealth, accountsPath }: Props) {
  return (
    <ul className="divide-y divide-line">
      {members.map((member) => (
        <li key={member.personId} className="grid gap-2 px-5 py-3">
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {member.role === "child" && <Avatar name={member.firstName} rank={member.rank} />}
            <strong>
              {member.firstName} {member.lastName}
            </strong>
            <Tag tone={member.role === "child" ? "primary" : "neutral"}>{roleWords[member.role]}</Tag>
            {member.isAccountHolder && <Tag>Reçoit les factures</Tag>}
            {member.role === "child" && (
              <Link href={`/admin/enfants/${member.personId}/garde`} className="text-sm">
                Garde<span className="sr-only"> {withOf(member.firstName)}</span>
              </Link>
            )}
            {member.role === "child" && seesHealth && (
              <Link href={`/admin/enfants/${member.personId}/sante`} className="text-sm">
                Santé et autorisations<span className="sr-only"> {withOf(member.firstName)}</span>
              </Link>
            )}
            {member.role === "guardian" && <AccountTag member={member} />}
            {member.hasAccount && accountsPath && (
              <Link href={`${accountsPath}/${member.personId}`} className="text-sm">
                Compte<span className="sr-only"> {withOf(member.firstName)}</span>
              </Link>
            )}
            <span className="text-sm text-ink-2">{tieWords(member)}</span>
          </p>
          <Known member={member} />
        </li>
      ))}
    </ul>
  );
}

function AccountTag({ member: { hasAccount, isInvited } }: { member: FamilyMember }) {
  if (hasAccount) return <Tag tone="reserved">Compte ouvert</Tag>;
  return isInvited ? <Tag tone="wait">Invitation envoyée</Tag> : <Tag tone="request">Sans compte</Tag>;
}

/** Said in the heading already. */
const heading = ["person.firstName", "person.lastName", "person.smsAllowed"];

function Known({ member: { role, values } }: { member: FamilyMember }) {
  const known = sectionsOf[role]
    .flatMap((section) => fieldsOf(section, role))
    .filter((field) => values[field] && !heading.includes(field));
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2 xl:grid-cols-3">
      {known.map((field) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{fields[field].label}</dt>
          <dd className="font-medium break-all">{wordsOf(field, values[field] ?? null)}</dd>
        </div>
      ))}
    </dl>
  );
}
