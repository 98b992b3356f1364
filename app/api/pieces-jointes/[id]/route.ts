import { defineRoute } from "@/lib/auth/define-route";
import { readAttachment } from "@/lib/contact/read-attachment";
import { fileResponse } from "@/lib/documents/files/file-response";

/** What was joined to a message, for the household and for the agents who answer. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) =>
  fileResponse(await readAttachment(ctx, id)),
);
