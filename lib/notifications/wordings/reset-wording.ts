import { eq } from "drizzle-orm";
import { messageWordings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { TemplateInput } from "./input";

/** Gives a message the words of the portal back. */
export async function resetWording(ctx: Context, { template }: TemplateInput): Promise<void> {
  authorize(ctx, "settings:write");

  await inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db.delete(messageWordings).where(eq(messageWordings.template, template)).returning();
    if (removed.length > 0) await recordEvent(ctx, { type: "wording.reset", subjectId: template });
  });
}
