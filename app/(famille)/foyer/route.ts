import { chooseHousehold } from "@/lib/auth/choose-household";
import { defineRoute } from "@/lib/auth/define-route";
import { currentSessionId } from "@/lib/auth/session";

/** The switcher of the header posts here, with or without script. */
export const POST = defineRoute(async (ctx, request) => {
  const householdId = String((await request.formData()).get("householdId") ?? "");
  await chooseHousehold(ctx, { householdId, sessionId: await currentSessionId() });
  return new Response(null, { status: 303, headers: { Location: "/accueil" } });
});
