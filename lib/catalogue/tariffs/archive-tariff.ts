import { and, count, eq, isNull } from "drizzle-orm";
import { activities, slots, tariffs } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import type { SeenTariffInput } from "./input";

/** Takes a tariff out of every choice. Refuses with `in_use` while slots cost it. */
export async function archiveTariff(ctx: Context, { tariffId: id, revision }: SeenTariffInput): Promise<void> {
  authorize(ctx, "tariffs:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, tariffs, { id, revision });
    const [active] = await ctx.db
      .select({ count: count() })
      .from(slots)
      .innerJoin(activities, eq(activities.id, slots.activityId))
      .where(and(eq(slots.tariffId, id), isNull(slots.archivedAt), isNull(activities.archivedAt)));
    const using = active?.count ?? 0;
    if (using > 0) throw new DomainError("in_use", { message: `Des créneaux ont encore ce tarif (${using}).` });
    await ctx.db
      .update(tariffs)
      .set({ archivedAt: ctx.now, revision: nextRevision(tariffs) })
      .where(eq(tariffs.id, id));
    await recordEvent(ctx, { type: "tariff.archived", subjectId: id });
  });
}

/** Offers an archived tariff again. */
export async function restoreTariff(ctx: Context, { tariffId: id, revision }: SeenTariffInput): Promise<void> {
  authorize(ctx, "tariffs:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, tariffs, { id, revision });
    await ctx.db
      .update(tariffs)
      .set({ archivedAt: null, revision: nextRevision(tariffs) })
      .where(eq(tariffs.id, id));
    await recordEvent(ctx, { type: "tariff.restored", subjectId: id });
  });
}
