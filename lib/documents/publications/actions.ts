"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { sentFile } from "../files/sent-files";
import { countConcerned } from "./count-concerned";
import { audienceInput, publicationInput, publishDocumentInput, replacePublicationInput } from "./input";
import { publishDocument } from "./publish-document";
import { replacePublication } from "./replace-publication";
import { unpublishDocument } from "./unpublish-document";

const PAGE = "/admin/documents";

export const publishDocumentAction = definePostedAction(publishDocumentInput, async (ctx, { file, ...input }) => {
  await publishDocument(ctx, { ...input, ...(await sentFile(file)) });
  revalidatePath(PAGE);
});

export const replacePublicationAction = definePostedAction(replacePublicationInput, async (ctx, { file, ...input }) => {
  await replacePublication(ctx, { ...input, ...(await sentFile(file)) });
  revalidatePath(PAGE);
});

export const unpublishDocumentAction = definePostedAction(publicationInput, async (ctx, input) => {
  await unpublishDocument(ctx, input);
  revalidatePath(PAGE);
});

export const countConcernedAction = defineAction(audienceInput, countConcerned);
