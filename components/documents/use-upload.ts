"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { newKey } from "@/components/form/new-key";
import { notify } from "@/components/ui/notify";
import { sentenceOf } from "@/lib/core/errors";
import { MAX_FILE_BYTES } from "@/lib/documents/input";
import { sendFile } from "./send-file";

type Sending = { name: string; percent: number; isCut: boolean };
/** What did not leave, ready to leave again under the same key. */
type Held = { form: FormData; name: string };

/** Sends a file as soon as it is chosen, goes on when the network comes back, and keeps what could not leave. */
export function useUpload(what: string) {
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<string>();
  const [held, setHeld] = useState<Held>();
  const [isRefreshing, startRefresh] = useTransition();
  const router = useRouter();

  async function post({ form: data, name }: Held) {
    setProblem(undefined);
    setHeld(undefined);
    setSending({ name, percent: 0, isCut: false });
    const { isCut, refusal } = await sendFile(data, {
      onProgress: (percent) => setSending({ name, percent, isCut: false }),
      onCut: () => setSending({ name, percent: 0, isCut: true }),
    });
    setSending(undefined);
    if (isCut) setHeld({ form: data, name });
    if (refusal) return setProblem(refusal);
    form.current?.reset();
    notify(`Envoyé : ${what}.`);
    startRefresh(() => router.refresh());
  }

  function choose(files: FileList | null): void {
    const [file] = files ?? [];
    if (!file || !form.current || sending) return;
    if (file.size > MAX_FILE_BYTES) setProblem(sentenceOf("file_too_large"));
    else void post({ form: onlyWith(form.current, file), name: file.name });
  }

  const latest = useRef(choose);
  latest.current = choose;
  // What was chosen before the script arrived.
  useEffect(() => {
    for (const input of form.current?.querySelectorAll<HTMLInputElement>("input[type=file]") ?? []) {
      if (input.files?.length) latest.current(input.files);
    }
  }, []);

  const retry = held && (() => void post(held));
  return { form, sending, problem, choose, retry, isRefreshing };
}

/** The fields, a key of its own, and this file alone: the other button has an empty one. */
function onlyWith(form: HTMLFormElement, file: File): FormData {
  const data = new FormData(form);
  data.set("file", file);
  data.set("clientKey", newKey());
  return data;
}
