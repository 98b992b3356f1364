import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { decideSignUp } from "./decide-sign-up";
import type { AskDetailInput } from "./input";
import { lockWaitingSignUp } from "./lock-sign-up";
import { sendResumeLink } from "./send-resume-link";

/** Asks the family for a detail: the request opens again, with the question on top of it. */
export async function askDetail(ctx: Context, { id, question }: AskDetailInput): Promise<void> {
  authorize(ctx, "accounts:review");

  await inTransaction(ctx, async (ctx) => {
    const { data } = await lockWaitingSignUp(ctx, id, "information_requested");
    await decideSignUp(ctx, { id, status: "information_requested", question });
    await sendResumeLink(ctx, { signUpId: id, email: data.adult.email, template: "sign-up-question" });
  });
}
