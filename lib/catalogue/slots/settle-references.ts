import { and, eq, isNull } from "drizzle-orm";
import { activities, ageGroups, tariffs, tariffVersions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

type Typed = { activityId: string; ageGroupId: number | null; tariffId: string | null };

const FREE = "Gratuit";
const ALWAYS = "2000-01-01";

/**
 * The tariff of a slot, once its group and tariff are checked: a group of the same structure, a tariff in service; what is free gets the
 * free tariff. Plumbing of the commands of this folder.
 */
export function settleReferences(ctx: Context, typed: Typed): Promise<string> {
  return settle(ctx, typed);
}

async function settle(ctx: Context, { activityId, ageGroupId, tariffId }: Typed) {
  const [activity] = await ctx.db
    .select({ facilityId: activities.facilityId, billing: activities.billingMode, archivedAt: activities.archivedAt })
    .from(activities)
    .where(eq(activities.id, activityId));
  if (!activity) throw new DomainError("not_found");
  if (activity.archivedAt) throw new DomainError("archived");
  if (ageGroupId !== null) await assertGroup(ctx, ageGroupId, activity.facilityId);
  if (tariffId) await assertTariff(ctx, tariffId);
  if (!tariffId && activity.billing !== "free") {
    throw new DomainError("invalid_input", { fields: { tariffId: ["Choisissez un tarif."] } });
  }
  return tariffId ?? freeTariff(ctx);
}

async function assertGroup({ db }: Context, id: number, facilityId: string): Promise<void> {
  const [group] = await db
    .select({ id: ageGroups.id })
    .from(ageGroups)
    .where(and(eq(ageGroups.id, id), eq(ageGroups.facilityId, facilityId), isNull(ageGroups.archivedAt)));
  if (!group)
    throw new DomainError("invalid_input", { fields: { ageGroupId: ["Choisissez un groupe de la structure."] } });
}

async function assertTariff({ db }: Context, id: string): Promise<void> {
  const [tariff] = await db
    .select({ id: tariffs.id })
    .from(tariffs)
    .where(and(eq(tariffs.id, id), isNull(tariffs.archivedAt)));
  if (!tariff) throw new DomainError("invalid_input", { fields: { tariffId: ["Choisissez un tarif en service."] } });
}

/** Prices are found by tariff, also where there is nothing to pay: one tariff of zero serves everything that is free. */
async function freeTariff({ db }: Context): Promise<string> {
  const [known] = await db
    .select({ id: tariffs.id })
    .from(tariffs)
    .where(and(eq(tariffs.label, FREE), isNull(tariffs.archivedAt)));
  if (known) return known.id;
  const [tariff] = await db.insert(tariffs).values({ label: FREE }).returning({ id: tariffs.id });
  if (!tariff) throw new DomainError("not_found");
  const rule = { method: "flat", cents: { resident: 0, nonResident: 0 } } as const;
  await db.insert(tariffVersions).values({ tariffId: tariff.id, validFrom: ALWAYS, rule });
  return tariff.id;
}
