"use server";

import { redirect } from "next/navigation";
import { authenticate } from "./authenticate";
import { rememberDevice, setSessionCookie } from "./cookies";
import { definePublicAction } from "./define-public-action";
import { endSession } from "./end-sessions";
import { signInInput } from "./input";
import { landingOf } from "./rules";
import { currentToken } from "./session";

export const signInAction = definePublicAction(signInInput, { keep: ["email"] }, async (ctx, input, origin) => {
  const session = await authenticate(ctx, { ...input, origin });
  const replaced = await currentToken();
  if (replaced) await endSession(ctx, replaced);
  await setSessionCookie(session);
  await rememberDevice(session.account.email);
  redirect(landingOf(session.actor.kind, input.retour));
});
