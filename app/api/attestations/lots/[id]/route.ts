import { Readable } from "node:stream";
import { defineRoute } from "@/lib/auth/define-route";
import { readBatch } from "@/lib/billing/certificates/batches/read-batch";

/** Every tax certificate of a year, as one archive written while it is read. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const { name, content } = await readBatch(ctx, id);
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    },
  });
});
