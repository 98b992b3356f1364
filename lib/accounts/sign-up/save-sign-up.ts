import { eq } from "drizzle-orm";
import { signUps } from "@/db/schema";
import { countTry, type Limit } from "@/lib/auth/throttle";
import { hashToken, newToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { type SignUpDraft, signUpStepsOn } from "./input";
import { lockOwnSignUp } from "./lock-sign-up";
import { isEditable } from "./rules";
import { sendResumeLink } from "./send-resume-link";

/** So that nobody's mailbox can be filled from here. */
const perAddress: Limit = { name: "sign-up-link", tries: 3, withinSeconds: 3600, firstLockSeconds: 900 };

type Save = { token: string | undefined; draft: SignUpDraft };

/**
 * Keeps what was typed in one step, right or not; answers the token of the request, a new one when it begins here. Once
 * the adult's step is complete, a message brings the link by which one comes back from another device.
 */
export async function saveSignUp(ctx: Context, { token, draft }: Save): Promise<string> {
  authorizeVisitor(ctx);

  const saved = await inTransaction(ctx, async (ctx) => {
    const known = await lockOwnSignUp(ctx, token);
    if (known && !isEditable(known.status)) throw new DomainError("sign_up_sent");

    const data = { ...known?.data, ...draft };
    const email = reachableAt(data, ctx.now) ?? known?.email ?? null;
    const ownToken = known && token ? token : newToken();
    const [row] = known
      ? await ctx.db.update(signUps).set({ data, email }).where(eq(signUps.id, known.id)).returning({ id: signUps.id })
      : await ctx.db
          .insert(signUps)
          .values({ tokenHash: hashToken(ownToken), data, email, createdAt: ctx.now })
          .returning({ id: signUps.id });
    if (!row) throw new DomainError("not_found");
    return { id: row.id, token: ownToken, newEmail: email !== (known?.email ?? null) ? email : null };
  });

  if (saved.newEmail) await tellLink(ctx, { signUpId: saved.id, email: saved.newEmail });
  return saved.token;
}

/** The address, once the whole step is right: not each of those that are typed on the way. */
function reachableAt({ adult }: SignUpDraft, now: Date): string | undefined {
  const parsed = signUpStepsOn(dateOf(now)).adult.safeParse(adult);
  return parsed.success ? parsed.data.email : undefined;
}

/** Saving goes on without the message when too many were asked for. */
async function tellLink(ctx: Context, link: { signUpId: string; email: string }): Promise<void> {
  const mayWrite = await countTry(ctx, perAddress, hashToken(link.email)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    },
  );
  if (mayWrite) await sendResumeLink(ctx, { ...link, template: "sign-up-draft" });
}
