import { RemoveButton } from "@/components/form/remove-button";
import { Card } from "@/components/ui/card";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { plainDate } from "@/lib/core/format-date";
import { removeDocumentAction, restoreDocumentAction } from "@/lib/documents/actions";
import type { SentState } from "@/lib/documents/rules";
import { sizeInWords, stateWords } from "./document-words";

export type SentView = {
  id: string;
  label: string;
  /** First name of whom it is about. */
  about: string | null;
  fileName: string;
  sizeBytes: number;
  /** Civil date. */
  sentOn: string;
  state: SentState;
  reason: string | null;
  /** What the family says of it. */
  note: string | null;
  isRemovable: boolean;
};

type Props = { sent: SentView[]; householdId: string };

/** Everything that the family sent, last first. */
export function SentList({ sent, householdId }: Props) {
  return (
    <Card aria-labelledby="mes-envois-liste" className="py-2">
      <span id="mes-envois-liste" className="sr-only">
        Liste de mes envois
      </span>
      <ListTable
        caption="Mes envois"
        columns={[
          { label: "Document", phone: "title" },
          { label: "État" },
          { label: "Fichier" },
          { label: "Envoyé le" },
          { label: "Supprimer", phone: "action", end: true, quiet: true },
        ]}
        rows={sent.map((document) => ({ key: document.id, cells: cellsOf(document, householdId) }))}
      />
    </Card>
  );
}

function cellsOf({ id, about, state, reason, ...document }: SentView, householdId: string) {
  const what = about ? `${document.label}, ${about}` : document.label;
  const { label, tone } = stateWords[state];
  return [
    <span key="what">
      {what}
      {document.note && <span className="block text-sm font-normal text-ink-2">{document.note}</span>}
      {reason && <span className="block text-sm font-normal text-ink-2">Motif : {reason}</span>}
    </span>,
    <Tag key="state" tone={tone}>
      {label}
    </Tag>,
    <a key="file" href={`/api/documents/${id}`} download className="break-all underline underline-offset-3">
      {document.fileName} <span className="whitespace-nowrap text-ink-2">({sizeInWords(document.sizeBytes)})</span>
    </a>,
    plainDate(document.sentOn),
    document.isRemovable && (
      <RemoveButton
        key="remove"
        fields={{ householdId, documentId: id }}
        what={what}
        verb="Supprimer"
        remove={removeDocumentAction}
        restore={restoreDocumentAction}
      />
    ),
  ];
}
