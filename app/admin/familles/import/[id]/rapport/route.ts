import { getImport } from "@/lib/accounts/imports/queries";
import { reportOf } from "@/lib/accounts/imports/write-report";
import { defineRoute } from "@/lib/auth/define-route";
import { takeExport } from "@/lib/auth/take-export";

/** What became of each line, as a table that opens in any spreadsheet; sent as it is read. */
export const GET = defineRoute<{ id: string }>(async (ctx, _request, { id }) => {
  const { fileName } = await getImport(ctx, id);
  const taken = await takeExport(ctx, { name: "rapport-import", format: "csv", importId: id });
  const name = `rapport-${fileName.replace(/\.[a-z]+$/i, "").replace(/[^\p{L}\p{N}-]+/gu, "-")}.csv`;
  return new Response(reportOf(ctx, id, taken), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
    },
  });
});
