"use server";

import { setTimeout } from "node:timers/promises";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { authenticate } from "@/lib/auth/authenticate";
import { chooseHousehold } from "@/lib/auth/choose-household";
import { rememberDevice, setSessionCookie } from "@/lib/auth/cookies";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { definePublicAction } from "@/lib/auth/define-public-action";
import { endSession } from "@/lib/auth/end-sessions";
import { currentSessionId, currentToken, sessionContext } from "@/lib/auth/session";
import { clearSignUpToken } from "../sign-up/sign-up-cookie";
import { activateAccount } from "./activate-account";
import { activateAccountInput, inviteAdultInput, requestInvitationInput } from "./input";
import { inviteAdult } from "./invite-adult";
import { requestAllInvitations } from "./invite-all-adults";
import { joinHousehold } from "./join-household";
import { requestInvitation } from "./request-invitation";

const perNetwork = { tries: 20, withinSeconds: 3600, firstLockSeconds: 300 };

/** Longer than the work in any case: the time of the answer must not tell who is known. */
const ANSWER_MS = 400;

const PAGE = "/admin/familles/invitations";

/** The account is opened, and its person is in: they come from their own mailbox, with the password they just chose. */
export const activateAccountAction = definePublicAction(
  activateAccountInput,
  { keep: [], limit: { name: "activation-network", ...perNetwork } },
  async (ctx, { token, password }, origin) => {
    const { email } = await activateAccount(ctx, { token, password });
    const session = await authenticate(ctx, { email, password, origin });
    const replaced = await currentToken();
    if (replaced) await endSession(ctx, replaced);
    await setSessionCookie(session);
    await rememberDevice(email);
    await clearSignUpToken();
    redirect("/bienvenue");
  },
);

/** With the account that one has already: the new household is the one that is shown from now on. */
export const joinHouseholdAction = definePublicAction(
  z.object({ token: z.string().max(100) }),
  { keep: [], limit: { name: "joining-network", ...perNetwork } },
  async (_visitor, { token }) => {
    const ctx = await sessionContext();
    const { householdId } = await joinHousehold(ctx, { token });
    const sessionId = await currentSessionId();
    if (ctx.actor.kind === "guardian") {
      const actor = { ...ctx.actor, householdIds: [...ctx.actor.householdIds, householdId] };
      await chooseHousehold({ ...ctx, actor }, { householdId, sessionId });
    }
    redirect("/accueil");
  },
);

export const requestInvitationAction = definePublicAction(
  requestInvitationInput,
  { keep: ["email"], limit: { name: "invitation-network", ...perNetwork } },
  async (ctx, input) => {
    await Promise.all([requestInvitation(ctx, input), setTimeout(ANSWER_MS)]);
  },
);

export const inviteAdultAction = definePostedAction(inviteAdultInput, async (ctx, input) => {
  await inviteAdult(ctx, { ...input, kind: "activation" });
  revalidatePath(PAGE);
});

/** A guardian invites the other one of the household. */
export const inviteGuardianAction = definePostedAction(inviteAdultInput, async (ctx, input) => {
  await inviteAdult(ctx, { ...input, kind: "guardian" });
  revalidatePath("/ma-famille");
});

export const inviteAllAdultsAction = definePostedAction(z.object({}), async (ctx) => {
  await requestAllInvitations(ctx);
  revalidatePath(PAGE);
});
