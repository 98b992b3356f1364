import { FileDown, Mail } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Pages } from "@/components/ui/pages";
import { discardImportAction, startImportAction } from "@/lib/accounts/imports/actions";
import type { ImportView, ListedLine } from "@/lib/accounts/imports/queries";
import { ImportButton } from "./import-button";
import { ImportLines } from "./import-lines";
import { ImportProgress } from "./import-progress";
import { ImportSummary } from "./import-summary";
import { count, type LineState, lineWords } from "./import-words";
import { LineFilter } from "./line-filter";
import { MapColumnsForm } from "./map-columns-form";
import { UndoImport } from "./undo-import";

type Listed = { lines: ListedLine[]; pages: number; state: LineState | undefined; page: number };
type Props = { view: ImportView; listed: Listed };

const progressTitles: Partial<Record<ImportView["status"], string>> = {
  checking: "Essai de l’import, sans rien écrire",
  running: "Import des familles",
  undoing: "Retrait des familles importées",
};

/** What there is to see and to do at each stage of an import. */
export function ImportStage({ view, listed }: Props) {
  const { id, status, processed, total, problem, files, counts } = view;
  const progressTitle = progressTitles[status];
  if (progressTitle) return <ImportProgress title={progressTitle} processed={processed} total={total} />;

  if (status === "uploaded" || status === "failed") {
    return (
      <div className="grid gap-4">
        {problem && <Notice tone="error" title={problem} />}
        <MapColumnsForm importId={id} files={files} isAgain={status === "failed"} />
        <div>
          <Discard importId={id} />
        </div>
      </div>
    );
  }
  return (
    <>
      {problem && (
        <div className="mb-4">
          <Notice tone="warning" title={problem} />
        </div>
      )}
      <ImportSummary counts={counts}>
        {status === "checked" ? <Tried view={view} /> : <Over view={view} />}
      </ImportSummary>
      <LinesOf id={id} counts={counts} listed={listed} />
      {status === "checked" && (
        <details className="mt-4">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-primary-strong underline underline-offset-3">
            Revoir les colonnes
          </summary>
          <div className="mt-3">
            <MapColumnsForm importId={id} files={files} isAgain />
          </div>
        </details>
      )}
    </>
  );
}

function Tried({ view: { id, counts } }: { view: ImportView }) {
  const { families } = counts.ok;
  return (
    <>
      {families > 0 && (
        <ImportButton importId={id} action={startImportAction} variant="primary">
          Importer {count(families, "famille", "familles")}
        </ImportButton>
      )}
      <Report importId={id} label="Télécharger le rapport d’essai" />
      <Discard importId={id} />
    </>
  );
}

function Over({ view: { id, status } }: { view: ImportView }) {
  return (
    <>
      <Report importId={id} label="Télécharger le rapport" />
      {status === "done" && (
        <>
          <ButtonLink href="/admin/familles/invitations">
            <Mail />
            Inviter les familles sans compte
          </ButtonLink>
          <UndoImport importId={id} />
        </>
      )}
    </>
  );
}

const Report = ({ importId, label }: { importId: string; label: string }) => (
  <ButtonLink href={`/admin/familles/import/${importId}/rapport`} download>
    <FileDown />
    {label}
  </ButtonLink>
);

const Discard = ({ importId }: { importId: string }) => (
  <ImportButton importId={importId} action={discardImportAction} variant="ghost">
    Abandonner cet import
  </ImportButton>
);

function LinesOf({ id, counts, listed }: { id: string; counts: ImportView["counts"]; listed: Listed }) {
  const path = `/admin/familles/import/${id}`;
  const { lines, pages, state, page } = listed;
  const addressOf = (page: number) =>
    `${path}?${new URLSearchParams({ ...(state && { etat: lineWords[state].name }), page: `${page}` })}`;
  return (
    <section aria-label="Lignes">
      <LineFilter path={path} chosen={state} counts={counts} />
      <ImportLines lines={lines} severalFiles={lines.some(({ part }) => part > 1)} />
      <Pages page={page} pages={pages} addressOf={addressOf} />
    </section>
  );
}
