import { Download } from "lucide-react";
import { FieldFrame, inputClass } from "@/components/form/text-field";
import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import { ButtonLink } from "@/components/ui/button";
import { sizeInWords } from "./document-words";

export type WaitingView = {
  id: string;
  label: string;
  householdId: string;
  householdName: string;
  /** Whom it is about. */
  about: string | null;
  /** What the family says of it. */
  note: string | null;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  isHealth: boolean;
  createdAt: Date;
  /** The last day of validity that the rule proposes. */
  until: string | null;
};

/** A document as it waits in the queue; health is only opened by whoever asks for it, because that is traced. */
export function waitingItem(document: WaitingView, now: Date): QueueItem {
  const { id, label, about, householdName, until } = document;
  return {
    id,
    title: about ? `${label}, ${about}` : label,
    subtitle: `Famille ${householdName}`,
    since: agoInWords(document.createdAt, now),
    href: `/admin/familles/${document.householdId}`,
    details: <Preview document={document} />,
    fields: (
      <FieldFrame id={`jusqu-au-${id}`} label="Valable jusqu’au" optional className="max-w-56">
        <input id={`jusqu-au-${id}`} type="date" name="validUntil" defaultValue={until ?? ""} className={inputClass} />
      </FieldFrame>
    ),
  };
}

function Preview({ document }: { document: WaitingView }) {
  const { id, label, about, note, isHealth, fileName, sizeBytes } = document;
  return (
    <div className="flex flex-wrap items-start gap-4">
      {!isHealth && (
        // biome-ignore lint/performance/noImgElement: private, and never to be kept by an optimiser
        <img
          src={`/api/documents/${id}/apercu`}
          alt={`${label}${about ? `, ${about}` : ""} : document à vérifier`}
          loading="lazy"
          className="max-h-72 max-w-full rounded-control border border-line bg-sunk object-contain"
        />
      )}
      <div className="grid gap-2">
        {note && <p className="font-semibold">« {note} »</p>}
        <p className="flex flex-wrap gap-2">
          <ButtonLink href={`/api/documents/${id}/apercu`} target="_blank" size="small">
            {isHealth ? "Voir" : "Agrandir"}
          </ButtonLink>
          <ButtonLink href={`/api/documents/${id}`} size="small">
            <Download className="size-4" />
            Télécharger
          </ButtonLink>
        </p>
        <p className="break-all text-ink-2">
          {fileName} ({sizeInWords(sizeBytes)})
        </p>
        {isHealth && <p className="text-ink-2">Document de santé : son ouverture est enregistrée à votre nom.</p>}
      </div>
    </div>
  );
}
