"use client";

import { Camera, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { sentenceOf } from "@/lib/core/errors";
import { acceptedFiles, MAX_FILE_BYTES } from "@/lib/documents/input";
import { FileButton } from "./file-button";
import { sendFile } from "./send-file";

type Props = {
  fields: Fields;
  /** What is sent, for those who listen: "Attestation d’assurance, Nahel". */
  what: string;
  label?: string;
};

type Sending = { name: string; percent: number };

/** Sends a file as soon as it is chosen, or photographed; without script the browser posts it with a button. */
export function UploadForm({ fields, what, label = "Envoyer" }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<string>();
  const [isRefreshing, startRefresh] = useTransition();
  const router = useRouter();

  async function send(files: FileList | null) {
    const [file] = files ?? [];
    if (!file || !form.current || sending) return;
    setProblem(undefined);
    setSending({ name: file.name, percent: 0 });
    const refusal =
      file.size > MAX_FILE_BYTES
        ? sentenceOf("file_too_large")
        : await sendFile(onlyWith(form.current, file), (percent) => setSending({ name: file.name, percent }));
    setSending(undefined);
    form.current?.reset();
    if (refusal) return setProblem(refusal);
    notify(`Envoyé : ${what}.`);
    startRefresh(() => router.refresh());
  }

  const latest = useRef(send);
  latest.current = send;
  // What was chosen before the script arrived.
  useEffect(() => {
    for (const input of form.current?.querySelectorAll<HTMLInputElement>("input[type=file]") ?? []) {
      if (input.files?.length) void latest.current(input.files);
    }
  }, []);

  return (
    <form ref={form} method="post" action="/api/documents" encType="multipart/form-data" className="grid gap-2">
      <HiddenFields fields={fields} />
      <div hidden={Boolean(sending) || isRefreshing} className="flex flex-wrap gap-2">
        <FileButton icon={<Upload className="size-4" />} what={what} onChoose={send} accept={acceptedFiles}>
          {label}
        </FileButton>
        <FileButton
          icon={<Camera className="size-4" />}
          what={what}
          onChoose={send}
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
        {sending && (sending.percent < 100 ? `Envoi de ${sending.name}…` : "Vérification du fichier…")}
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
    </form>
  );
}

/** The hidden fields, and this file alone: the other button has an empty one. */
function onlyWith(form: HTMLFormElement, file: File): FormData {
  const data = new FormData(form);
  data.set("file", file);
  return data;
}
