import { eq } from "drizzle-orm";
import { accounts, signUps } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { countTry, type Limit } from "@/lib/auth/throttle";
import { hashToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { signUpInputOn } from "./input";
import { lockOwnSignUp } from "./lock-sign-up";
import { isEditable } from "./rules";

const perAddress: Limit = { name: "sign-up-address", tries: 5, withinSeconds: 3600, firstLockSeconds: 900 };

type Submission = { token: string | undefined; message: string };

/**
 * Sends the request to the structure, once: sent again by who never heard the answer, nothing more happens. What the
 * screen says is the same whether the address has an account or not.
 */
export async function submitSignUp(ctx: Context, { token, message }: Submission): Promise<void> {
  authorizeVisitor(ctx);

  await inTransaction(ctx, async (ctx) => {
    const known = await lockOwnSignUp(ctx, token);
    if (!known) throw new DomainError("link_expired");
    if (known.status === "submitted") return;
    if (!isEditable(known.status)) throw new DomainError("sign_up_sent");
    const parsed = signUpInputOn(dateOf(ctx.now)).safeParse({ ...known.data, message });
    if (!parsed.success) throw new DomainError("invalid_input", { message: INCOMPLETE });

    const { email } = parsed.data.adult;
    await countTry(ctx, perAddress, hashToken(email));
    await ctx.db
      .update(signUps)
      .set({ data: parsed.data, email, status: "submitted", submittedAt: ctx.now })
      .where(eq(signUps.id, known.id));
    await recordEvent(ctx, { type: "sign-up.submitted", subjectId: known.id });
    await confirm(ctx, { id: known.id, email });
  });
}

const INCOMPLETE = "Il manque des informations : reprenez les étapes signalées avant d’envoyer votre demande.";

async function confirm(ctx: Context, { id, email }: { id: string; email: string }): Promise<void> {
  const { appUrl } = env();
  const [account] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  const message = { recipient: email, dedupeKey: `sign-up:${id}:${ctx.now.toISOString()}` };
  if (account) {
    const payload = { signInUrl: `${appUrl}/connexion`, passwordUrl: `${appUrl}/mot-de-passe-oublie` };
    await notify(ctx, { ...message, template: "account-exists", payload });
  } else {
    await notify(ctx, { ...message, template: "sign-up-received", payload: {} });
  }
}
