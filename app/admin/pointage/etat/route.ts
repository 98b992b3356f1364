import { createHash } from "node:crypto";
import { defineRoute } from "@/lib/auth/define-route";
import { DomainError } from "@/lib/core/errors";
import { rollCallInput } from "@/lib/reservations/attendance/input";
import { listStates } from "@/lib/reservations/attendance/queries";

/** What has changed on a slot since a tablet last asked: nothing, most of the time. */
export const GET = defineRoute(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { jour, creneau } = rollCallInput.parse(asked);
  if (!jour || !creneau) throw new DomainError("not_found");

  const states = await listStates(ctx, { slotId: creneau, date: jour });
  const stamp = createHash("sha1").update(JSON.stringify(states)).digest("base64url");
  return stamp === asked.vu ? new Response(null, { status: 204 }) : Response.json({ stamp, states });
});
