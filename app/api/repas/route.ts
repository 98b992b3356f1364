import { Readable } from "node:stream";
import { defineRoute } from "@/lib/auth/define-route";
import { authorize } from "@/lib/core/authorize";
import { DomainError } from "@/lib/core/errors";
import { makeMealsFile } from "@/lib/reporting/meals/make-meals-file";
import { mealsFileInput } from "@/lib/reservations/meals/input";

/** The meals to order as a file, counted when it is asked for. */
export const GET = defineRoute(async (ctx, request) => {
  authorize(ctx, "planning:read");
  const asked = mealsFileInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new DomainError("not_found");
  const { name, mediaType, content } = await makeMealsFile(ctx, asked.data);
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    },
  });
});
