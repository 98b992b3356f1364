import { House, ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout/page-title";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { plainDate } from "@/lib/core/format-date";
import type { FamilyFile } from "@/lib/families/queries/family-file";
import { AddMember } from "./add-member";
import { CertifyNotice } from "./certify-notice";
import { type EditorView, FileSection } from "./file-section";
import { MemberCard } from "./member-card";

type Props = EditorView & {
  /** The civil date of the certification, when there is one. */
  certifiedOn: string | undefined;
  /** The member that the address asks to add. */
  adding: string | undefined;
  /** Sections of the children that are read apart, by child. */
  extras: Record<string, ReactNode>;
};

/** The file of a family: its members as cards, a section per domain. */
export function FamilyEditor({ certifiedOn, adding, extras, ...editor }: Props) {
  const { file, canEdit } = editor;
  const waiting = file.changes.filter(({ status }) => status === "pending").length;
  return (
    <>
      <PageTitle title="Ma famille" lead={`Foyer ${file.name}, ${countInWords(file)}`}>
        {canEdit && (
          <ButtonLink href="/bienvenue">
            <ListChecks />
            Ce qui manque à mon dossier
          </ButtonLink>
        )}
      </PageTitle>
      <div className="grid gap-4 sm:gap-5">
        {!certifiedOn && canEdit && <CertifyNotice householdId={file.householdId} schoolYear={file.schoolYear} />}
        {waiting > 0 && (
          <Notice tone="info" role="status" title={waitingInWords(waiting)}>
            La structure vérifie avant d’enregistrer. En attendant, vous pouvez corriger ou retirer votre demande.
          </Notice>
        )}
        <MemberLinks file={file} />
        <Card aria-labelledby="foyer" className="overflow-hidden">
          <header className="flex flex-wrap items-center gap-x-3 border-b border-line p-4 sm:px-5">
            <House className="text-ink-2" />
            <h2 id="foyer">Foyer {file.name}</h2>
            {certifiedOn && (
              <p className="w-full text-sm text-ink-2">Dossier certifié à jour le {plainDate(certifiedOn)}</p>
            )}
          </header>
          <div className="grid">
            <FileSection section="address" {...editor} />
          </div>
        </Card>
        {file.members.map((member) => (
          <MemberCard key={member.personId} member={member} {...editor}>
            {extras[member.personId]}
          </MemberCard>
        ))}
        {canEdit && <AddMember householdId={file.householdId} adding={adding} />}
      </div>
    </>
  );
}

/** A family of six is long on a phone: straight to the one that one came for. */
function MemberLinks({ file: { members } }: { file: FamilyFile }) {
  return (
    <nav aria-label="Membres du foyer">
      <ul className="flex flex-wrap gap-2">
        {members.map(({ personId, role, rank, firstName }) => (
          <li key={personId}>
            <a
              href={`#membre-${personId}`}
              className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-paper px-3.5 text-sm font-medium text-ink no-underline hover:border-primary"
            >
              {role === "child" && <Avatar name={firstName} rank={rank} />}
              {firstName}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function countInWords({ members }: FamilyFile): string {
  const children = members.filter(({ role }) => role === "child").length;
  const adults = members.length - children;
  const words = [
    adults > 0 && `${adults} adulte${adults > 1 ? "s" : ""}`,
    children > 0 && `${children} enfant${children > 1 ? "s" : ""}`,
  ];
  return words.filter(Boolean).join(" et ");
}

const waitingInWords = (count: number) =>
  count === 1
    ? "Une modification attend la validation de la structure"
    : `${count} modifications attendent la validation de la structure`;
