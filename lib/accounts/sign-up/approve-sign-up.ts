import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { createHousehold } from "@/lib/families/create-household";
import { inviteAdult } from "../invitations/invite-adult";
import { decideSignUp } from "./decide-sign-up";
import { lockWaitingSignUp } from "./lock-sign-up";

/** Makes a household of the request, and invites its adult to open their account. */
export async function approveSignUp(ctx: Context, { id }: { id: string }): Promise<{ householdId: string }> {
  authorize(ctx, "accounts:review");

  return inTransaction(ctx, async (ctx) => {
    const { data } = await lockWaitingSignUp(ctx, id, "approved");
    const { adult, address, children } = data;
    const { householdId, guardianIds } = await createHousehold(ctx, { address, guardians: [adult], children });
    await decideSignUp(ctx, { id, status: "approved", householdId });
    const [personId = ""] = guardianIds;
    await inviteAdult(ctx, { personId, householdId, email: adult.email, kind: "activation" });
    return { householdId };
  });
}
