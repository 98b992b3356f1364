"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { defineVisitorAction } from "@/lib/auth/define-visitor-action";
import { decisionInput } from "@/lib/core/decision-input";
import { approveSignUp } from "./approve-sign-up";
import { askDetail } from "./ask-detail";
import { attachSignUp } from "./attach-sign-up";
import { discardSignUp } from "./discard-sign-up";
import { askDetailInput, attachSignUpInput, resumeSignUpInput, signUpDraftInput, submitSignUpInput } from "./input";
import { refuseSignUp } from "./refuse-sign-up";
import { resumeSignUp } from "./resume-sign-up";
import { saveSignUp } from "./save-sign-up";
import { clearSignUpToken, currentSignUpToken, setSignUpToken } from "./sign-up-cookie";
import { submitSignUp } from "./submit-sign-up";

const QUEUE = "/admin/a-valider/inscriptions";

/** High for saving, which happens at each field; a school or a library puts many families behind one address. */
const saves = { name: "sign-up-save-network", tries: 1000, withinSeconds: 3600, firstLockSeconds: 60 };
const sendings = { name: "sign-up-network", tries: 20, withinSeconds: 3600, firstLockSeconds: 300 };

export const saveSignUpAction = defineVisitorAction(signUpDraftInput, saves, async (ctx, draft) => {
  const held = await currentSignUpToken();
  const token = await saveSignUp(ctx, { token: held, draft });
  if (token !== held) await setSignUpToken(token);
  revalidatePath("/inscription", "layout"); // the browser's own way back must find what was typed
});

export const submitSignUpAction = defineVisitorAction(submitSignUpInput, sendings, async (ctx, { message }) => {
  await submitSignUp(ctx, { token: await currentSignUpToken(), message });
});

export const resumeSignUpAction = definePublicAction(
  resumeSignUpInput,
  { keep: [], limit: { ...sendings, name: "sign-up-resume-network" } },
  async (ctx, input) => {
    await setSignUpToken(await resumeSignUp(ctx, input));
    redirect("/inscription");
  },
);

/** Leaves nothing of it in this browser: the next person on a shared computer starts from an empty page. */
export const discardSignUpAction = definePublicAction(z.object({}), { keep: [] }, async (ctx) => {
  await discardSignUp(ctx, await currentSignUpToken());
  await clearSignUpToken();
  redirect("/inscription");
});

export const decideSignUpAction = definePostedAction(decisionInput, async (ctx, { id, decision, reason = "" }) => {
  if (decision === "accept") await approveSignUp(ctx, { id });
  else await refuseSignUp(ctx, { id, reason });
  revalidatePath(QUEUE);
});

export const attachSignUpAction = definePostedAction(attachSignUpInput, async (ctx, input) => {
  await attachSignUp(ctx, input);
  revalidatePath(QUEUE);
});

export const askDetailAction = definePostedAction(askDetailInput, async (ctx, input) => {
  await askDetail(ctx, input);
  revalidatePath(QUEUE);
});
