import { defineRoute } from "@/lib/auth/define-route";
import { dateOf } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";
import { drawSheet } from "@/lib/reporting/sheets/draw-sheet";
import { rollCallInput } from "@/lib/reservations/attendance/input";

/** The attendance sheet of a slot of a day, drawn on demand. */
export const GET = defineRoute<{ slotId: string }>(async (ctx, request, { slotId }) => {
  const { jour = dateOf(ctx.now), creneau } = rollCallInput.parse({
    jour: new URL(request.url).searchParams.get("jour") ?? undefined,
    creneau: slotId,
  });
  if (!creneau) throw new DomainError("not_found");
  return new Response(new Uint8Array(await drawSheet(ctx, { slotId: creneau, date: jour })), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="presence-${jour}-${creneau}.pdf"`,
      "x-content-type-options": "nosniff",
    },
  });
});
