import { Readable } from "node:stream";
import { defineRoute } from "@/lib/auth/define-route";
import { exportInput, isExport } from "@/lib/billing/exports/input";
import { makeExport } from "@/lib/billing/exports/make-export";
import { authorize } from "@/lib/core/authorize";
import { DomainError } from "@/lib/core/errors";

/** A file of what a régie did, streamed. */
export const GET = defineRoute<{ nom: string }>(async (ctx, request, { nom }) => {
  authorize(ctx, "revenue-office:read");
  if (!isExport(nom)) throw new DomainError("not_found");
  const asked = exportInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { name, mediaType, content } = await makeExport(ctx, nom, asked);
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    },
  });
});
