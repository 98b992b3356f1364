import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { newPasswordInput } from "../input";

export const activateAccountInput = z.object({ token: z.string().max(100), password: newPasswordInput });
export type ActivateAccountInput = z.infer<typeof activateAccountInput>;

export const requestInvitationInput = z.object({ email: emailInput });
export type RequestInvitationInput = z.infer<typeof requestInvitationInput>;

export const inviteAdultInput = z.object({ personId: z.uuid(), householdId: z.uuid(), email: emailInput });
