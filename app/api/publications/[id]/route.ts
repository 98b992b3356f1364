import { defineRoute } from "@/lib/auth/define-route";
import { fileResponse } from "@/lib/documents/files/file-response";
import { readPublication } from "@/lib/documents/publications/read-publication";

/** A publication, for whoever it is for; what is public is for everyone. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) =>
  fileResponse(await readPublication(ctx, id)),
);
