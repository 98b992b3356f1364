"use server";

import { setTimeout } from "node:timers/promises";
import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { requestPasswordResetInput, resetPasswordInput } from "./input";
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
