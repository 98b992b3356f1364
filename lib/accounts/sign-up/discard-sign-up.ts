import { eq } from "drizzle-orm";
import { signUps } from "@/db/schema";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockOwnSignUp } from "./lock-sign-up";

/** Erases a draft that its author gives up; a request that was sent stays, for the structure to answer. */
export async function discardSignUp(ctx: Context, token: string | undefined): Promise<void> {
  authorizeVisitor(ctx);

  await inTransaction(ctx, async (ctx) => {
    const known = await lockOwnSignUp(ctx, token);
    if (known?.status === "draft") await ctx.db.delete(signUps).where(eq(signUps.id, known.id));
  });
}
