import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { newPasswordInput } from "../input";

export const agentRoles = [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
] as const;

const roleInput = z.enum(agentRoles, "Choisissez un rôle.");

export const inviteAgentInput = z.object({ email: emailInput, role: roleInput });
export type InviteAgentInput = z.infer<typeof inviteAgentInput>;

export const agentInput = z.object({ accountId: z.uuid() });
export type AgentInput = z.infer<typeof agentInput>;

export const changeRoleInput = agentInput.extend({ role: roleInput });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

export const activateAgentInput = z.object({
  token: z.string().max(100),
  displayName: z.string().trim().min(3, "Saisissez votre prénom et votre nom.").max(80, "Ce nom est trop long."),
  password: newPasswordInput,
});
export type ActivateAgentInput = z.infer<typeof activateAgentInput>;
