"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { rememberDevice, setSessionCookie } from "@/lib/auth/cookies";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { currentSession, sessionContext } from "@/lib/auth/session";
import { cancelEmailChange, refuseEmailChange } from "./cancel-email-change";
import { confirmEmailChange } from "./confirm-email-change";
import { emailChangeLinkInput, requestEmailChangeInput, vouchEmailChangeInput } from "./input";
import { requestEmailChange } from "./request-email-change";
import { vouchEmailChange } from "./vouch-email-change";

const perNetwork = { name: "email-change-network", tries: 30, withinSeconds: 3600, firstLockSeconds: 300 };

export const requestEmailChangeAction = definePostedAction(requestEmailChangeInput, async (ctx, input) => {
  await requestEmailChange(ctx, input);
  revalidatePath("/mon-compte");
});

export const cancelEmailChangeAction = definePostedAction(z.object({}), async (ctx) => {
  await cancelEmailChange(ctx);
  revalidatePath("/mon-compte");
});

export const confirmEmailChangeAction = definePublicAction(
  emailChangeLinkInput,
  { keep: [], limit: perNetwork },
  async (_visitor, { token }) => {
    const sessionId = (await currentSession())?.tokenHash;
    const { isDone, newEmail, session } = await confirmEmailChange(await sessionContext(), { token, sessionId });
    if (session) {
      await setSessionCookie(session);
      await rememberDevice(newEmail);
    }
    return { isDone, newEmail, isSignedIn: session !== undefined };
  },
);

export const refuseEmailChangeAction = definePublicAction(
  emailChangeLinkInput,
  { keep: [], limit: perNetwork },
  (ctx, input) => refuseEmailChange(ctx, input),
);

export const vouchEmailChangeAction = definePostedAction(vouchEmailChangeInput, async (ctx, input) => {
  await vouchEmailChange(ctx, input);
  revalidatePath(`/admin/familles/${input.householdId}`, "layout");
});
