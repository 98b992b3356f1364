import { and, eq, isNull } from "drizzle-orm";
import { publications } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { keepFiles, type SentFile } from "../files/keep-file";
import type { PublicationInput } from "./input";

/** Puts another file in the place of a published one: same title, same families, new again for all of them. */
export async function replacePublication(ctx: Context, { publicationId, ...sent }: PublicationInput & SentFile) {
  authorize(ctx, "publications:write");

  await keepFiles(ctx, [sent], async (ctx, [file]) => {
    if (!file) throw new DomainError("file_missing");
    // The former file has no name in the database any more: the daily sweep destroys it.
    const [replaced] = await ctx.db
      .update(publications)
      .set({ ...file, fileAt: ctx.now })
      .where(and(eq(publications.id, publicationId), isNull(publications.unpublishedAt)))
      .returning({ title: publications.title });
    if (!replaced) throw new DomainError("not_found");
    const { sha256 } = file;
    await recordEvent(ctx, { type: "publication.replaced", subjectId: publicationId, data: { ...replaced, sha256 } });
    return { value: undefined, isKept: true };
  });
}
