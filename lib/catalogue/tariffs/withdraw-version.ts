import { and, eq, gt } from "drizzle-orm";
import { tariffs, tariffVersions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import type { WithdrawVersionInput } from "./input";

/** Takes back a version that is not in force yet; the one before it goes on. Refuses with `already_decided` once it is. */
export async function withdrawVersion(ctx: Context, { tariffId: id, revision, versionId }: WithdrawVersionInput) {
  authorize(ctx, "tariffs:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, tariffs, { id, revision });
    const [withdrawn] = await ctx.db
      .delete(tariffVersions)
      .where(
        and(
          eq(tariffVersions.id, versionId),
          eq(tariffVersions.tariffId, id),
          gt(tariffVersions.validFrom, dateOf(ctx.now)),
        ),
      )
      .returning();
    if (!withdrawn) throw new DomainError("already_decided", { message: "Ce tarif est déjà en vigueur." });
    await ctx.db
      .update(tariffs)
      .set({ revision: nextRevision(tariffs) })
      .where(eq(tariffs.id, id));
    await recordEvent(ctx, { type: "tariff.withdrawn", subjectId: id, data: withdrawn });
  });
}
