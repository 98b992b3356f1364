import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { sectionsOf } from "@/lib/families/changes/rules";
import type { FamilyMember } from "@/lib/families/queries/family-file";
import { roleWords, tieWords } from "./family-words";
import { type EditorView, FileSection } from "./file-section";
import { InviteGuardian } from "./invite-guardian";

type Props = EditorView & {
  member: FamilyMember;
  /** Sections of their own: health, consents, who may pick up. */
  children?: ReactNode;
};

/** A member of the family: who they are, then a section per domain. */
export function MemberCard({ member, children, ...editor }: Props) {
  const { personId, role, rank, firstName, lastName, isAccountHolder } = member;
  const ties = tieWords(member);
  return (
    <Card id={`membre-${personId}`} aria-labelledby={`nom-${personId}`} className="scroll-mt-20 overflow-hidden">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line p-4 sm:px-5">
        {role === "child" && <Avatar name={firstName} rank={rank} />}
        <h2 id={`nom-${personId}`}>
          {firstName} {lastName}
        </h2>
        <Tag tone={role === "child" ? "primary" : "neutral"}>{roleWords[role]}</Tag>
        {isAccountHolder && <Tag>Reçoit les factures</Tag>}
        {ties && <p className="w-full text-sm text-ink-2">{ties}</p>}
      </header>
      <div className="grid md:grid-cols-2 max-md:[&>*+*]:border-t md:[&>*:nth-child(n+3)]:border-t md:[&>*:nth-child(odd)]:border-r">
        {sectionsOf[role].map((section) => (
          <FileSection key={section} section={section} member={member} {...editor} />
        ))}
      </div>
      {role === "guardian" && editor.canEdit && !member.hasAccount && (
        <InviteGuardian
          householdId={editor.file.householdId}
          personId={personId}
          firstName={firstName}
          email={member.values["person.email"] ?? ""}
          isInvited={member.isInvited}
        />
      )}
      {children}
    </Card>
  );
}
