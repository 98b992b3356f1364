import { defineRoute } from "@/lib/auth/define-route";
import { fileResponse } from "@/lib/documents/files/file-response";
import { readDocument } from "@/lib/documents/read-document";

/** A document that a family sent: only whoever may read it gets it. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) =>
  fileResponse(await readDocument(ctx, id)),
);
