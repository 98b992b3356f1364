import { and, eq, ne } from "drizzle-orm";
import { emails } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Empties the messages that were sent to an address; that they left, and when, stays. */
export async function forgetRecipient(ctx: Context, recipient: string): Promise<void> {
  authorize(ctx, "families:write");

  await ctx.db
    .update(emails)
    .set({ recipient: "adresse supprimée", payload: {}, subject: null, html: null, text: null })
    .where(and(eq(emails.recipient, recipient), ne(emails.status, "queued")));
}
