import { modelFile } from "@/lib/accounts/imports/write-report";
import { defineRoute } from "@/lib/auth/define-route";
import { authorize } from "@/lib/core/authorize";

/** A table with the columns that are recognised, and one family to show how. */
export const GET = defineRoute(async (ctx) => {
  authorize(ctx, "imports:run");
  return new Response(modelFile(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="modele-familles.csv"',
    },
  });
});
