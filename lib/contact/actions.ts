"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { sentFiles } from "@/lib/documents/files/sent-files";
import { answerThread } from "./answer-thread";
import { assignThread } from "./assign-thread";
import { closeThread } from "./close-thread";
import { answerThreadInput, assignThreadInput, noteThreadInput, openThreadInput, threadInput } from "./input";
import { noteThread } from "./note-thread";
import { openThread } from "./open-thread";
import { reopenThread } from "./reopen-thread";

const withFiles = { lists: ["files"] };

function refresh(threadId: string): void {
  revalidatePath(`/contact/${threadId}`);
  revalidatePath(`/admin/contact/${threadId}`);
}

export const openThreadAction = definePostedAction(
  openThreadInput,
  async (ctx, input) => openThread(ctx, { ...input, files: await sentFiles(input.files) }),
  withFiles,
);

export const answerThreadAction = definePostedAction(
  answerThreadInput,
  async (ctx, input) => {
    await answerThread(ctx, { ...input, files: await sentFiles(input.files) });
    refresh(input.threadId);
  },
  withFiles,
);

export const noteThreadAction = definePostedAction(noteThreadInput, async (ctx, input) => {
  await noteThread(ctx, input);
  refresh(input.threadId);
});

export const assignThreadAction = definePostedAction(assignThreadInput, async (ctx, input) => {
  await assignThread(ctx, input);
  refresh(input.threadId);
});

export const closeThreadAction = definePostedAction(threadInput, async (ctx, input) => {
  await closeThread(ctx, input);
  refresh(input.threadId);
});

export const reopenThreadAction = definePostedAction(threadInput, async (ctx, input) => {
  await reopenThread(ctx, input);
  refresh(input.threadId);
});
