"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { authenticate } from "./authenticate";
import { rememberDevice, setSessionCookie } from "./cookies";
import { definePostedAction } from "./define-posted-action";
import { definePublicAction } from "./define-public-action";
import { endOtherSessions, endOwnSession, endSession } from "./end-sessions";
import { endOwnSessionInput, observeHouseholdInput, signInInput } from "./input";
import { endObservation, observeHousehold } from "./observe-household";
import { landingOf } from "./rules";
import { currentSessionId, currentToken } from "./session";

export const signInAction = definePublicAction(signInInput, { keep: ["email"] }, async (ctx, input, origin) => {
  const session = await authenticate(ctx, { ...input, origin });
  const replaced = await currentToken();
  if (replaced) await endSession(ctx, replaced);
  await setSessionCookie(session);
  await rememberDevice(session.account.email);
  redirect(landingOf(session.actor.kind, input.retour));
});

export const endOwnSessionAction = definePostedAction(endOwnSessionInput, async (ctx, input) => {
  revalidatePath("/mon-compte"); // first: a session that had already ended leaves the list as well
  await endOwnSession(ctx, input);
});

export const endOtherSessionsAction = definePostedAction(z.object({}), async (ctx) => {
  await endOtherSessions(ctx, await currentSessionId());
  revalidatePath("/mon-compte");
});

export const observeHouseholdAction = definePostedAction(observeHouseholdInput, async (ctx, { householdId }) => {
  await observeHousehold(ctx, { householdId, sessionId: await currentSessionId() });
  redirect("/accueil");
});

export const endObservationAction = definePostedAction(z.object({}), async (ctx) => {
  const householdId = await endObservation(ctx, { sessionId: await currentSessionId() });
  redirect(`/admin/familles/${householdId}`);
});
