import { and, count, eq, isNull } from "drizzle-orm";
import { activities, slots, tariffs } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision } from "../lock-revision";
import { archive, restore } from "../set-archived";
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
    await archive(ctx, tariffs, { id, event: "tariff.archived" });
  });
}

/** Offers an archived tariff again. */
export async function restoreTariff(ctx: Context, { tariffId: id, revision }: SeenTariffInput): Promise<void> {
  authorize(ctx, "tariffs:write");

  await restore(ctx, tariffs, { id, revision, event: "tariff.restored" });
}
