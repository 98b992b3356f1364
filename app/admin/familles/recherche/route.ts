import { defineRoute } from "@/lib/auth/define-route";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { searchHouseholds } from "@/lib/families/queries/search-households";

const SHOWN = 8;

/** What the command palette finds among families. */
export const GET = defineRoute(async (ctx, request) => {
  const { q } = listFilterInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { households } = await searchHouseholds(ctx, { text: q });
  const found = households.slice(0, SHOWN).map(({ id, name, adults, children }) => ({
    title: name,
    detail: [...adults, ...children].join(", "),
    href: `/admin/familles/${id}`,
  }));
  return Response.json(found);
});
