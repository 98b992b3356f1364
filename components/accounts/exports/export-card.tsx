"use client";

import { Download } from "lucide-react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { lookOf } from "@/components/ui/button-look";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { requestExportAction } from "@/lib/accounts/exports/actions";
import type { OwnExport } from "@/lib/accounts/exports/queries";
import { instantInWords } from "@/lib/core/format-date";

type Props = { householdId: string; last: OwnExport | undefined };

/** A copy of everything about the household, made in the background; and the way to be forgotten. */
export function ExportCard({ householdId, last }: Props) {
  const { result, post } = usePostedForm(requestExportAction);

  return (
    <>
      <p className="text-ink-2">
        Tout ce que le portail sait de votre foyer : dossier, santé, autorisations, documents, réservations, paiements,
        échanges. Un fichier à lire, un fichier de données et vos documents, dans une archive.
      </p>
      {result?.ok === false && <Notice tone="error" role="alert" title={result.error.message} />}
      {last?.status === "queued" && (
        <Notice tone="info" role="status" title="Votre copie se prépare.">
          Un message vous dira quand elle est prête, dans quelques minutes en général.
        </Notice>
      )}
      {last?.status === "ready" && last.expiresAt && (
        <div className="grid gap-2">
          {/* A plain link: the router must not fetch it. */}
          <a href={`/mon-compte/copie/${last.id}`} download className={lookOf({ variant: "primary" })}>
            <Download />
            Télécharger ma copie
          </a>
          <p className="text-sm text-ink-2">Gardée jusqu’au {instantInWords(last.expiresAt)}, pour vous seul.</p>
        </div>
      )}
      {last?.status !== "queued" && (
        <form action={post}>
          <HiddenFields fields={{ householdId }} />
          <SubmitButton>{last ? "Demander une nouvelle copie" : "Demander une copie de mes données"}</SubmitButton>
        </form>
      )}
      <p className="border-t border-line pt-3">
        <Link href="/mon-compte/suppression" className="underline underline-offset-3">
          Demander la suppression de mes données
        </Link>
      </p>
    </>
  );
}
