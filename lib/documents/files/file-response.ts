import type { ReadDocument } from "../read-document";

/** A file to keep, never to be run nor to be taken for another kind. */
export function fileResponse({ fileName, mediaType, bytes }: ReadDocument): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
