import type { SentFile } from "./keep-file";

/** A file as a form sends it, ready to be judged. */
export const sentFile = async (file: File): Promise<SentFile> => ({
  fileName: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

export const sentFiles = (files: readonly File[]): Promise<SentFile[]> => Promise.all(files.map(sentFile));
