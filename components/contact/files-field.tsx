"use client";

import { Paperclip, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { sizeInWords } from "@/components/documents/document-words";
import { MAX_FILES } from "@/lib/contact/input";
import { acceptedFiles } from "@/lib/documents/input";

/** Files that go with a message, chosen in several times if one likes, each of which can be taken away. */
export function FilesField({ error }: { error?: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [emptyName, setEmptyName] = useState<string>();

  const keep = (chosen: File[]) => {
    const empty = chosen.find(({ size }) => size === 0);
    setEmptyName(empty?.name);
    const kept = chosen.filter(({ size }) => size > 0).slice(0, MAX_FILES);
    const transfer = new DataTransfer();
    for (const file of kept) transfer.items.add(file);
    if (input.current) input.current.files = transfer.files;
    setFiles(kept);
  };

  useEffect(() => {
    const form = input.current?.form;
    const forget = () => setFiles([]);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);

  return (
    <div>
      <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-paper px-4 py-1.5 text-sm font-semibold hover:border-primary hover:text-primary-strong has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary">
        <Paperclip className="size-4" />
        Joindre des fichiers
        <input
          ref={input}
          type="file"
          name="files"
          multiple
          accept={acceptedFiles}
          aria-describedby="files-hint"
          onChange={({ target }) => keep([...files, ...(target.files ?? [])])}
          className="sr-only noscript:not-sr-only"
        />
      </label>
      <p id="files-hint" className="mt-1.5 text-sm text-ink-2">
        Photos ou PDF, {MAX_FILES} au plus, 10&nbsp;Mo en tout.
      </p>
      {emptyName && (
        <p role="alert" className="mt-1.5 text-sm font-semibold text-cancel">
          « {emptyName} » est vide : il n’est pas joint.
        </p>
      )}
      {error && <p className="mt-1.5 text-sm font-semibold text-cancel">{error}</p>}
      {files.length > 0 && (
        <ul aria-label="Fichiers joints" className="mt-2 grid gap-1">
          {files.map((file, index) => (
            <li key={`${file.name}-${file.lastModified}`} className="flex items-center gap-2 text-sm">
              <span className="break-all">
                {file.name} <span className="whitespace-nowrap text-ink-2">({sizeInWords(file.size)})</span>
              </span>
              <button
                type="button"
                aria-label={`Ne pas joindre ${file.name}`}
                onClick={() => keep(files.filter((_, other) => other !== index))}
                className="grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:size-11"
              >
                <X className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
