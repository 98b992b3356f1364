import { Download } from "lucide-react";
import { lookOf } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { WorkProgress } from "@/components/ui/work-progress";
import { discardBatchAction } from "@/lib/billing/certificates/batches/actions";
import type { CertificateBatch } from "@/lib/billing/certificates/batches/queries";
import { dateOf } from "@/lib/core/calendar";
import { dateInWords, shortInstant } from "@/lib/core/format-date";
import { RunButton } from "../runs/run-buttons";

type Props = { batches: CertificateBatch[]; mayIssue: boolean };

/** What is being made, and what is there to download. */
export function BatchesList({ batches, mayIssue }: Props) {
  return batches.map((batch) => (
    <Card key={batch.id} className="grid gap-4 p-5" aria-labelledby={batch.id}>
      <h2 id={batch.id}>Attestations de {batch.year}</h2>
      {batch.status === "making" ? (
        <WorkProgress done={batch.done} total={batch.total} label="familles traitées">
          Vous pouvez quitter cette page : le travail continue, et le fichier vous attendra ici.
        </WorkProgress>
      ) : (
        <Outcome batch={batch} />
      )}
      {batch.failed.length > 0 && (
        <Notice tone="error" title="Des attestations n’ont pas pu être établies">
          <ul>
            {batch.failed.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/admin/familles/${id}/attestations`}>Famille {name}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {mayIssue && (
        <div className="flex flex-wrap items-center gap-2">
          {batch.status === "ready" && batch.certificates > 0 && (
            <a href={`/api/attestations/lots/${batch.id}`} className={lookOf({ variant: "primary" })} download>
              <Download className="size-4" />
              Télécharger le ZIP
            </a>
          )}
          <RunButton action={discardBatchAction} fields={{ batchId: batch.id }} variant="danger">
            {batch.status === "making" ? "Arrêter" : "Supprimer ce fichier"}
          </RunButton>
        </div>
      )}
    </Card>
  ));
}

function Outcome({ batch }: { batch: CertificateBatch }) {
  const { year, certificates, cents, cesuCents, createdAt, createdBy, keptUntil } = batch;
  if (certificates === 0) return <p>Aucune famille n’a payé en {year} la garde d’un enfant de moins de six ans.</p>;
  return (
    <div className="grid gap-1">
      <p>
        <strong>{certificates === 1 ? "1 attestation" : `${certificates} attestations`}</strong>, pour{" "}
        <strong>
          <Money cents={cents} />
        </strong>{" "}
        payés en {year}
        {cesuCents > 0 && (
          <>
            , et <Money cents={cesuCents} /> en CESU préfinancés
          </>
        )}
        .
      </p>
      <p className="text-sm text-ink-2">
        Demandé par {createdBy} le {shortInstant(createdAt)}. Gardé jusqu’au {dateInWords(dateOf(keptUntil))}.
      </p>
    </div>
  );
}
