import { defineRoute } from "@/lib/auth/define-route";
import { readDocument } from "@/lib/documents/read-document";

/** A document to keep, never to be run: only whoever may read it gets it. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const { fileName, mediaType, bytes } = await readDocument(ctx, id);
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
