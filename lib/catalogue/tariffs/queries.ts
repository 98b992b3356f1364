import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { tariffs, tariffVersions } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import type { TryTariffInput } from "./input";
import { explainPrice, priceOf, versionOn } from "./rules";

export type ListedTariff = Awaited<ReturnType<typeof listTariffs>>[number];

/** Every tariff with the version in force and the next one, the archived ones last. */
export async function listTariffs(ctx: Context) {
  authorize(ctx, "tariffs:write");
  const today = dateOf(ctx.now);
  const rows = await ctx.db
    .select({
      id: tariffs.id,
      label: tariffs.label,
      archivedAt: tariffs.archivedAt,
      slots: sql<number>`(
        select count(*)::int from slots s where s.tariff_id = tariffs.id and s.archived_at is null
      )`,
    })
    .from(tariffs)
    .orderBy(sql`${tariffs.archivedAt} nulls first`, asc(tariffs.label));
  const versions = await versionsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((tariff) => {
    const own = versions.filter(({ tariffId }) => tariffId === tariff.id);
    return {
      ...tariff,
      current: versionOn(own, today),
      next: own.toReversed().find(({ validFrom }) => validFrom > today),
    };
  });
}

export type TariffDetail = Awaited<ReturnType<typeof getTariff>>;

/** A tariff with all its versions, the latest first. */
export async function getTariff(ctx: Context, id: string) {
  authorize(ctx, "tariffs:write");
  assertUuid(id);
  const [tariff] = await ctx.db.select().from(tariffs).where(eq(tariffs.id, id));
  if (!tariff) throw new DomainError("not_found");
  return { ...tariff, versions: await versionsOf(ctx, [id]) };
}

function versionsOf({ db }: Context, ids: string[]) {
  return db
    .select({
      id: tariffVersions.id,
      tariffId: tariffVersions.tariffId,
      validFrom: tariffVersions.validFrom,
      validTo: tariffVersions.validTo,
      rule: tariffVersions.rule,
      decision: tariffVersions.decision,
    })
    .from(tariffVersions)
    .where(inArray(tariffVersions.tariffId, ids))
    .orderBy(desc(tariffVersions.validFrom));
}

export type TriedPrice = { cents: number; why: string[] };

/** What a family would pay on a day, and why: the price itself, by the rules that charge it. */
export async function tryTariff(
  ctx: Context,
  { tariffId, date, category, quotient }: TryTariffInput,
): Promise<TriedPrice> {
  authorize(ctx, "tariffs:write");
  const { label, versions } = await getTariff(ctx, tariffId);
  const version = versionOn(versions, date);
  if (!version) throw new DomainError("price_unknown", { message: "Aucun tarif n’est en vigueur ce jour-là." });
  const { cents, trace } = priceOf(version.rule, {
    tariff: label,
    validFrom: version.validFrom,
    category,
    quotient: quotient === null ? null : { value: quotient, from: date, source: "declared" },
  });
  // A quotient that is only tried has no source and no date.
  const { quotientFrom: _, quotientSource: __, ...tried } = trace;
  return { cents, why: explainPrice(tried, cents) };
}
