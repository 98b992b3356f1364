"use server";

import { setTimeout } from "node:timers/promises";
import { redirect } from "next/navigation";
import { setSessionCookie } from "@/lib/auth/cookies";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { currentSessionId } from "@/lib/auth/session";
import type { Context } from "@/lib/core/context";
import { changePassword } from "./change-password";
import { type ChangePasswordInput, changePasswordInput, requestPasswordResetInput, resetPasswordInput } from "./input";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";

const perNetwork = { tries: 20, withinSeconds: 3600, firstLockSeconds: 300 };

/** Longer than the work in either case: the time of the answer must not tell whether an account exists. */
const ANSWER_MS = 400;

export const requestPasswordResetAction = definePublicAction(
  requestPasswordResetInput,
  { keep: ["email"], limit: { name: "password-reset-network", ...perNetwork } },
  async (ctx, input) => {
    await Promise.all([requestPasswordReset(ctx, input), setTimeout(ANSWER_MS)]);
  },
);

export const resetPasswordAction = definePublicAction(
  resetPasswordInput,
  { keep: [], limit: { name: "new-password-network", ...perNetwork } },
  async (ctx, input) => {
    await resetPassword(ctx, input);
    redirect("/connexion?etat=mot-de-passe");
  },
);

async function changeAndStaySignedIn(ctx: Context, input: ChangePasswordInput): Promise<void> {
  await setSessionCookie(await changePassword(ctx, { ...input, sessionId: await currentSessionId() }));
}

export const changePasswordAction = defineAction(changePasswordInput, changeAndStaySignedIn);

/** The same for a browser without JavaScript. */
export const postNewPasswordAction = definePostedAction(changePasswordInput, changeAndStaySignedIn);
