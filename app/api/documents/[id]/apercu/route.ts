import { defineRoute } from "@/lib/auth/define-route";
import { drawPdf } from "@/lib/documents/files/draw-pdf";
import { readDocument } from "@/lib/documents/read-document";

/** A document to look at, as a picture and nothing else: a PDF shows its first pages, and runs nowhere. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const { mediaType, bytes } = await readDocument(ctx, id);
  const isImage = mediaType.startsWith("image/");
  return new Response(Buffer.from(isImage ? bytes : await drawPdf(bytes)), {
    headers: {
      "Content-Type": isImage ? mediaType : "image/jpeg",
      "Content-Disposition": "inline",
      "Content-Security-Policy": "sandbox; default-src 'none'; img-src 'self'",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
