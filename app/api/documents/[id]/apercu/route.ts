import { defineRoute } from "@/lib/auth/define-route";
import { DomainError } from "@/lib/core/errors";
import { readDocument } from "@/lib/documents/read-document";

/** A photograph to look at, for a page of ours; the other kinds are only downloaded. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const { mediaType, bytes } = await readDocument(ctx, id);
  if (!mediaType.startsWith("image/")) throw new DomainError("not_found");
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": "inline",
      "Content-Security-Policy": "sandbox; default-src 'none'; img-src 'self'",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
