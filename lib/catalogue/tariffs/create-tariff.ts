import { tariffs, tariffVersions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { TariffInput } from "./input";

/** Adds a tariff with its first version. Returns its id. */
export async function createTariff(ctx: Context, { label, ...version }: TariffInput): Promise<{ tariffId: string }> {
  authorize(ctx, "tariffs:write");

  return inTransaction(ctx, async (ctx) => {
    const [tariff] = await ctx.db.insert(tariffs).values({ label }).returning({ id: tariffs.id });
    if (!tariff) throw new DomainError("not_found");
    await ctx.db.insert(tariffVersions).values({ tariffId: tariff.id, ...version });
    await recordEvent(ctx, { type: "tariff.created", subjectId: tariff.id, data: { label, ...version } });
    return { tariffId: tariff.id };
  });
}
