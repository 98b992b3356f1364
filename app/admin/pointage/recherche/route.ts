import { defineRoute } from "@/lib/auth/define-route";
import { childSearchInput } from "@/lib/reservations/attendance/input";
import { searchChildren } from "@/lib/reservations/attendance/queries";

/** Children who came unannounced, by a piece of their name. */
export const GET = defineRoute(async (ctx, request) =>
  Response.json(
    await searchChildren(ctx, childSearchInput.parse(Object.fromEntries(new URL(request.url).searchParams))),
  ),
);
