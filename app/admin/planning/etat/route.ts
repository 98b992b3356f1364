import { defineRoute } from "@/lib/auth/define-route";
import { DomainError } from "@/lib/core/errors";
import { planningDaysInput } from "@/lib/reservations/planning/input";
import { stampPlanning } from "@/lib/reservations/planning/queries";

/** Whether anything has changed on the days that a screen shows. */
export const GET = defineRoute(async (ctx, request) => {
  const days = planningDaysInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!days.success) throw new DomainError("not_found");
  return new Response(await stampPlanning(ctx, { from: days.data.du, to: days.data.au }));
});
