"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { setSessionCookie } from "@/lib/auth/cookies";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { landingOf } from "@/lib/auth/rules";
import { currentSessionId, halfOpenContext } from "@/lib/auth/session";
import { confirmEnrolment } from "./confirm-enrolment";
import { giveCode } from "./give-code";
import { codeInput } from "./input";
import { renewRecoveryCodes } from "./renew-recovery-codes";

/** The session is half open: what these two do is what opens it whole. */
export const giveCodeAction = definePublicAction(codeInput, { keep: [] }, async (_, { code, retour }) => {
  const session = await giveCode(await halfOpenContext(), { code, sessionId: await currentSessionId() });
  await setSessionCookie(session);
  redirect(landingOf("agent", retour));
});

export const confirmEnrolmentAction = definePublicAction(codeInput, { keep: [] }, async (_, { code }) => {
  const { session, codes } = await confirmEnrolment(await halfOpenContext(), {
    code,
    sessionId: await currentSessionId(),
  });
  await setSessionCookie(session);
  return codes;
});

export const renewRecoveryCodesAction = definePostedAction(codeInput, async (ctx, input) => {
  const codes = await renewRecoveryCodes(ctx, input);
  revalidatePath("/admin/securite");
  return codes;
});
