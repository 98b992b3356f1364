import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { WorkProgress } from "@/components/ui/work-progress";
import { cancelRunAction, refreshRunAction, resumeRunAction, startRunAction } from "@/lib/billing/runs/actions";
import type { getRun } from "@/lib/billing/runs/queries";
import { dateInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { RunAlarms } from "./run-alarms";
import { RunButton } from "./run-buttons";
import { familiesInWords, invoicesInWords } from "./run-words";

export type Run = Awaited<ReturnType<typeof getRun>>;

/** Where a run stands, and what one may do about it. */
export function RunSummary({ run, mayBill, isChanged }: { run: Run; mayBill: boolean; isChanged: boolean }) {
  const { id: runId, status, pending, failed } = run;
  const isDraft = status === "draft";
  return (
    <Card className="grid gap-5 p-5">
      {isChanged && isDraft && (
        <Notice tone="warning" role="alert" title="Le total a changé depuis l’aperçu">
          Des pointages ou des réservations ont bougé : rien n’a été émis. Relisez le nouvel aperçu, puis émettez.
        </Notice>
      )}
      {failed.households > 0 && (
        <Notice tone="error" title={`${familiesInWords(failed.households)} en échec`}>
          Leur facture n’a pas pu être écrite ; les autres sont émises. Le motif est dans la liste.
        </Notice>
      )}
      <Figures run={run} />
      {isDraft && <RunAlarms alarms={run.alarms} />}
      {status === "issuing" && (
        <WorkProgress done={run.processed} total={run.total} label="familles traitées">
          Vous pouvez quitter cette page : l’émission continue, et reprend d’elle-même après un arrêt du serveur.
        </WorkProgress>
      )}
      {mayBill && (
        <div className="flex flex-wrap items-center gap-2">
          {isDraft && pending.households > 0 && (
            <RunButton action={startRunAction} fields={{ runId, expectedTotalCents: pending.cents }} variant="primary">
              {pending.cents === 0
                ? "Émettre les avoirs"
                : `Émettre ${invoicesInWords(pending.households)} : ${formatEuros(pending.cents)}`}
            </RunButton>
          )}
          {isDraft && (
            <RunButton action={refreshRunAction} fields={{ runId }}>
              Actualiser l’aperçu
            </RunButton>
          )}
          {(isDraft || status === "issuing") && (
            <RunButton action={cancelRunAction} fields={{ runId }} variant="danger">
              {isDraft ? "Abandonner" : "Arrêter l’émission"}
            </RunButton>
          )}
          {status === "done" && failed.households > 0 && (
            <RunButton action={resumeRunAction} fields={{ runId }} variant="primary">
              Réessayer les familles en échec
            </RunButton>
          )}
        </div>
      )}
      {isDraft && (
        <p className="text-sm text-ink-2">
          Une facture émise ne se modifie plus : une erreur se corrige par un avoir. Chaque famille est prévenue par
          e-mail, sans montant. À payer avant le {dateInWords(run.dueOn)}.
        </p>
      )}
    </Card>
  );
}

function Figures({ run }: { run: Run }) {
  const { status, pending, carried, issuedCount, issuedCents, warned, nothing } = run;
  const isDraft = status === "draft";
  const figures = [
    { label: isDraft ? "Factures à émettre" : "Factures émises", value: isDraft ? pending.households : issuedCount },
    { label: "Total", value: <Money cents={isDraft ? pending.cents : issuedCents} /> },
    { label: "Familles à relire", value: warned },
    { label: "Reportées", value: carried.households },
    { label: "Sans facture", value: nothing.households },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 xl:grid-cols-5">
      {figures.map(({ label, value }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="text-2xl font-bold tracking-tight tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
