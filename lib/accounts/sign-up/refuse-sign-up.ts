import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { notify } from "@/lib/notifications/notify";
import { decideSignUp } from "./decide-sign-up";
import { lockWaitingSignUp } from "./lock-sign-up";

/** Refuses a request, with the reason that its author reads. */
export async function refuseSignUp(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<void> {
  authorize(ctx, "accounts:review");

  await inTransaction(ctx, async (ctx) => {
    const { data } = await lockWaitingSignUp(ctx, id, "refused");
    await decideSignUp(ctx, { id, status: "refused", reason });
    await notify(ctx, {
      template: "sign-up-refused",
      recipient: data.adult.email,
      payload: { reason },
      dedupeKey: `sign-up-refused:${id}`,
    });
  });
}
