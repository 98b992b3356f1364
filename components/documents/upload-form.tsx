"use client";

import { Camera, RotateCw, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { Button } from "@/components/ui/button";
import { acceptedFiles } from "@/lib/documents/input";
import { FileButton } from "./file-button";
import { useUpload } from "./use-upload";

type Props = {
  fields: Fields;
  /** What is sent, for those who listen: "Attestation d’assurance, Nahel". */
  what: string;
  label?: string;
  /** What is typed beside the file. */
  children?: ReactNode;
};

/** Sends a file as soon as it is chosen, or photographed; without script the browser posts it with a button. */
export function UploadForm({ fields, what, label = "Envoyer", children }: Props) {
  const { form, sending, problem, choose, retry, isRefreshing } = useUpload(what);

  return (
    <form ref={form} method="post" action="/api/documents" encType="multipart/form-data" className="grid gap-2">
      <HiddenFields fields={fields} />
      {children}
      <div hidden={Boolean(sending) || isRefreshing} className="flex flex-wrap gap-2">
        <FileButton icon={<Upload className="size-4" />} what={what} onChoose={choose} accept={acceptedFiles}>
          {label}
        </FileButton>
        <FileButton
          icon={<Camera className="size-4" />}
          what={what}
          onChoose={choose}
          accept="image/*"
          capture="environment"
          className="hidden pointer-coarse:inline-flex noscript:hidden"
        >
          Prendre une photo
        </FileButton>
        <Button type="submit" size="small" className="not-noscript:hidden">
          Envoyer ce fichier
        </Button>
      </div>
      <p role="status" className="text-sm text-ink-2 empty:hidden">
        {sending && progressInWords(sending)}
      </p>
      {sending && (
        <progress
          aria-label={`Envoi : ${what}`}
          value={sending.percent}
          max={100}
          className="h-2 w-full max-w-60 overflow-hidden rounded-full accent-primary"
        />
      )}
      {problem && (
        <p role="alert" className="max-w-prose text-sm font-semibold text-cancel">
          {problem}
        </p>
      )}
      {retry && (
        <p>
          <Button size="small" onClick={retry}>
            <RotateCw className="size-4" />
            Réessayer
          </Button>
        </p>
      )}
    </form>
  );
}

function progressInWords({ name, percent, isCut }: { name: string; percent: number; isCut: boolean }): string {
  if (isCut) return "Connexion perdue : l’envoi reprend dès qu’elle revient.";
  return percent < 100 ? `Envoi de ${name}…` : "Vérification du fichier…";
}
