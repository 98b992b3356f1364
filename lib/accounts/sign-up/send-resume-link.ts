import { z } from "zod";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { seal, unseal } from "@/lib/core/secrets";
import { notify } from "@/lib/notifications/notify";

const link = z.object({ signUpId: z.uuid(), email: z.email() });
export type ResumeLink = z.infer<typeof link>;

type Sending = ResumeLink & { template: "sign-up-draft" | "sign-up-question" };

/**
 * Sends the link by which a family comes back to its request. It is not the token of the browser where the request
 * began: someone who typed another person's address would then read what that person writes.
 */
export async function sendResumeLink(ctx: Context, { template, ...target }: Sending): Promise<void> {
  authorizeVisitor(ctx);
  const url = `${env().appUrl}/inscription/reprendre/${seal(JSON.stringify(target))}`;
  await notify(ctx, {
    template,
    recipient: target.email,
    payload: { url },
    dedupeKey: `${template}:${target.signUpId}:${ctx.now.toISOString()}`,
  });
}

/** What a link says, when it is one of ours. */
export function readResumeLink(sealed: string): ResumeLink | undefined {
  try {
    return link.parse(JSON.parse(unseal(sealed)));
  } catch {
    return undefined;
  }
}
