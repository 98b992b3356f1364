import { desc, eq } from "drizzle-orm";
import { consentTexts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PublishTextInput } from "./input";

/**
 * Puts a wording in force as a new version: families are asked again, and every answer keeps the version that was read.
 * Refuses with `changed_meanwhile` when another version came between.
 */
export async function publishText(ctx: Context, { kind, text, version }: PublishTextInput): Promise<void> {
  authorize(ctx, "settings:write");

  await inTransaction(ctx, async (ctx) => {
    const [last] = await ctx.db
      .select({ version: consentTexts.version, text: consentTexts.text })
      .from(consentTexts)
      .where(eq(consentTexts.kind, kind))
      .orderBy(desc(consentTexts.version))
      .limit(1);
    if ((last?.version ?? 0) !== version) throw new DomainError("changed_meanwhile");
    if (last?.text === text) return;

    const written = await ctx.db
      .insert(consentTexts)
      .values({ kind, version: version + 1, text, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ version: consentTexts.version });
    if (written.length === 0) throw new DomainError("changed_meanwhile");
    await recordEvent(ctx, { type: "consent-text.published", subjectId: kind, data: { version: version + 1, text } });
  });
}
