"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { definePublicAction } from "@/lib/auth/define-public-action";
import type { Context } from "@/lib/core/context";
import { activateAgent } from "./activate-agent";
import { changeRole } from "./change-role";
import { disableAgent, enableAgent } from "./disable-agent";
import { activateAgentInput, agentInput, changeRoleInput, inviteAgentInput } from "./input";
import { inviteAgent } from "./invite-agent";
import { resetSecondFactor } from "./reset-second-factor";

const perNetwork = { name: "agent-activation", tries: 20, withinSeconds: 3600, firstLockSeconds: 300 };

/** The list shows what became of it, whether it was done or refused. */
const listed =
  <Input>(run: (ctx: Context, input: Input) => Promise<void>) =>
  async (ctx: Context, input: Input) => {
    revalidatePath("/admin/agents");
    await run(ctx, input);
  };

export const inviteAgentAction = definePostedAction(inviteAgentInput, listed(inviteAgent));
export const changeRoleAction = definePostedAction(changeRoleInput, listed(changeRole));
export const disableAgentAction = definePostedAction(agentInput, listed(disableAgent));
export const enableAgentAction = definePostedAction(agentInput, listed(enableAgent));
export const resetSecondFactorAction = definePostedAction(agentInput, listed(resetSecondFactor));

export const activateAgentAction = definePublicAction(
  activateAgentInput,
  { keep: ["displayName"], limit: perNetwork },
  async (ctx, input) => {
    await activateAgent(ctx, input);
    redirect("/connexion?etat=compte-ouvert");
  },
);
