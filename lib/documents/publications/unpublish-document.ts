import { and, eq, isNull } from "drizzle-orm";
import { publications } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PublicationInput } from "./input";

/** Takes a published document away from everyone at once; its bytes are kept until the retention time. */
export async function unpublishDocument(ctx: Context, { publicationId }: PublicationInput): Promise<void> {
  authorize(ctx, "publications:write");

  await inTransaction(ctx, async (ctx) => {
    const [unpublished] = await ctx.db
      .update(publications)
      .set({ unpublishedAt: ctx.now })
      .where(and(eq(publications.id, publicationId), isNull(publications.unpublishedAt)))
      .returning({ title: publications.title });
    if (!unpublished) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "publication.unpublished", subjectId: publicationId, data: unpublished });
  });
}
