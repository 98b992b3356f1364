"use client";

import { Camera, Upload } from "lucide-react";
import { useState } from "react";
import { FileButton } from "@/components/documents/file-button";
import { sendFile } from "@/components/documents/send-file";
import { notify } from "@/components/ui/notify";
import { sentenceOf } from "@/lib/core/errors";
import { acceptedFiles, MAX_FILE_BYTES } from "@/lib/documents/input";

type Props = { householdId: string; absenceId: string; onSent: () => void };

/** The proof of an absence, from a file or the camera: sent as soon as it is chosen. */
export function ProofUpload({ householdId, absenceId, onSent }: Props) {
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<string>();

  async function send(files: FileList | null) {
    const [file] = files ?? [];
    if (!file || percent !== undefined) return;
    setProblem(undefined);
    setPercent(0);
    const form = new FormData();
    form.set("householdId", householdId);
    form.set("file", file);
    const { refusal } =
      file.size > MAX_FILE_BYTES
        ? { refusal: sentenceOf("file_too_large") }
        : await sendFile(form, {
            onProgress: setPercent,
            onCut: () => setPercent(0),
            address: `/api/absences/${absenceId}/justificatif`,
          });
    setPercent(undefined);
    if (refusal) return setProblem(refusal);
    notify("Justificatif envoyé : la structure va décider.", { tone: "success" });
    onSent();
  }

  return (
    <div className="grid gap-2">
      <div hidden={percent !== undefined} className="flex flex-wrap gap-2">
        <FileButton
          icon={<Upload className="size-4" />}
          what="justificatif d’absence"
          onChoose={send}
          accept={acceptedFiles}
        >
          Envoyer le justificatif
        </FileButton>
        <FileButton
          icon={<Camera className="size-4" />}
          what="justificatif d’absence"
          onChoose={send}
          accept="image/*"
          capture="environment"
          className="hidden pointer-coarse:inline-flex"
        >
          Prendre une photo
        </FileButton>
      </div>
      {percent !== undefined && (
        <>
          <p role="status" className="text-sm">
            {percent < 100 ? "Envoi du justificatif…" : "Vérification du fichier…"}
          </p>
          <progress
            aria-label="Envoi du justificatif"
            value={percent}
            max={100}
            className="h-2 w-full max-w-60 overflow-hidden rounded-full accent-primary"
          />
        </>
      )}
      {problem && (
        <p role="alert" className="text-sm font-semibold text-cancel">
          {problem}
        </p>
      )}
    </div>
  );
}
