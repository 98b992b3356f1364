import { defineRoute } from "@/lib/auth/define-route";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { findAnything } from "@/lib/reporting/queries/find-anything";

/** What the command palette finds: families, children, invoices. */
export const GET = defineRoute(async (ctx, request) => {
  const { q } = listFilterInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await findAnything(ctx, q));
});
