import { eq } from "drizzle-orm";
import { tariffs, tariffVersions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import type { RenameTariffInput, SetTariffInput } from "./input";

/**
 * Decides a tariff from a date on; a version that is to begin that day is replaced. Never for days gone by (handbook §2.2:
 * no retroactivity), and nothing that was requested changes price: it was fixed at the request.
 */
export async function setTariff(ctx: Context, input: SetTariffInput): Promise<void> {
  authorize(ctx, "tariffs:write");

  const { tariffId: id, revision, validFrom, rule, decision } = input;
  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, tariffs, { id, revision });
    const [known] = await ctx.db
      .select({ from: tariffVersions.validFrom })
      .from(tariffVersions)
      .where(eq(tariffVersions.tariffId, id))
      .limit(1);
    if (known && validFrom <= dateOf(ctx.now)) {
      throw new DomainError("invalid_input", {
        fields: { validFrom: ["Un tarif ne change pas pour des jours passés : choisissez une date à venir."] },
      });
    }
    await ctx.db
      .insert(tariffVersions)
      .values({ tariffId: id, validFrom, rule, decision })
      .onConflictDoUpdate({ target: [tariffVersions.tariffId, tariffVersions.validFrom], set: { rule, decision } });
    await ctx.db
      .update(tariffs)
      .set({ revision: nextRevision(tariffs) })
      .where(eq(tariffs.id, id));
    await recordEvent(ctx, { type: "tariff.set", subjectId: id, data: { validFrom, rule, decision } });
  });
}

/** Gives a tariff another name; what is already priced keeps the name that it was explained with. */
export async function renameTariff(ctx: Context, { tariffId: id, revision, label }: RenameTariffInput): Promise<void> {
  authorize(ctx, "tariffs:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, tariffs, { id, revision });
    await ctx.db
      .update(tariffs)
      .set({ label, revision: nextRevision(tariffs) })
      .where(eq(tariffs.id, id));
    await recordEvent(ctx, { type: "tariff.renamed", subjectId: id, data: { label } });
  });
}
