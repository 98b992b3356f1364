import { Readable } from "node:stream";
import { readExport } from "@/lib/accounts/exports/read-export";
import { defineRoute } from "@/lib/auth/define-route";

/** The copy that one asked for, as it is unsealed. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const bytes = await readExport(ctx, id);
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="mes-donnees.zip"',
      "X-Content-Type-Options": "nosniff",
    },
  });
});
