import { and, eq, isNull } from "drizzle-orm";
import { ageGroups } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { createActivity } from "../activities/create-activity";
import { createFacility } from "../facilities/create-facility";
import { setAgeGroup } from "../facilities/set-age-group";
import { createRevenueOffice } from "../offices/create-revenue-office";
import { publishCalendar } from "../opening/publish-calendar";
import { createSlot } from "../slots/create-slot";
import { usuallyServesMeal } from "../slots/rules";
import { createTariff } from "../tariffs/create-tariff";
import type { ServiceInput } from "./input";
import { type UsualGroup, usualGroups } from "./rules";

const SHORT_HOLD_IN_MINUTES = 20;

export type ServiceOpened = { activityId: string; facilityId: string; slotIds: number[]; openedDays: number };

/**
 * Opens a whole service: its structure, régie and tariff where they are new, its activity, slots and calendar. All of it
 * or nothing; each part is refused as its own command refuses it.
 */
export async function openService(ctx: Context, input: ServiceInput): Promise<ServiceOpened> {
  authorize(ctx, "catalogue:write");

  const { facility, office, tariff, recipe, slots } = input;
  return inTransaction(ctx, async (ctx) => {
    const facilityId = typeof facility === "string" ? facility : (await createFacility(ctx, facility)).facilityId;
    const revenueOfficeId = typeof office === "string" ? office : (await createRevenueOffice(ctx, office)).officeId;
    const tariffId =
      tariff === null || typeof tariff === "string"
        ? tariff
        : (
            await createTariff(ctx, {
              label: input.activityName,
              decision: null,
              validFrom: firstDay(ctx, input),
              ...tariff,
            })
          ).tariffId;
    const { activityId } = await createActivity(ctx, activityOf(input, { facilityId, revenueOfficeId }));

    const opened: { slotId: number; days: number }[] = [];
    for (const { group, ...slot } of slots) {
      const { slotId } = await createSlot(ctx, {
        ...slot,
        activityId,
        tariffId,
        ageGroupId: group === "all" ? null : await groupOf(ctx, facilityId, group),
        nonCareCents: 0,
        servesMeal: usuallyServesMeal(input.kind, slot),
        bookingDeadline: input.bookingDeadline,
        cancellationDeadline: input.cancellationDeadline,
      });
      const { opened: days } = await publishCalendar(ctx, { slotId, recipe });
      opened.push({ slotId, days });
    }
    const openedDays = opened.reduce((sum, { days }) => sum + days, 0);
    await recordEvent(ctx, { type: "service.opened", subjectId: activityId, data: { openedDays } });
    return { activityId, facilityId, slotIds: opened.map(({ slotId }) => slotId), openedDays };
  });
}

/** A new tariff holds from the first day that opens, or from today when that day is gone. */
function firstDay({ now }: Context, { recipe }: ServiceInput): string {
  const [first = recipe.from] = [recipe.from, dateOf(now)].toSorted();
  return first;
}

const activityOf = (
  { activityName: name, kind, billingMode }: ServiceInput,
  ids: { facilityId: string; revenueOfficeId: string },
) => ({
  ...ids,
  name,
  kind,
  billingMode,
  approval: "automatic" as const,
  holdMinutes: SHORT_HOLD_IN_MINUTES,
  enrollment: "automatic" as const,
  isChildcare: kind !== "lunch",
  hasPedt: false,
  unbookedSurchargeCents: 0,
  pickupToleranceMinutes: 10,
  latePickupCents: 0,
  lateRequests: false,
  lateSurchargeCents: 0,
  waitingOrder: "arrival" as const,
  position: 0,
  absencePolicy: { proofRequired: true, proofWithinHours: 48, waitingDays: 0, maxExcusedDays: null },
  requiredDocuments: [],
});

/** The group of that name in the structure, made when it is not there yet. */
async function groupOf(ctx: Context, facilityId: string, usual: UsualGroup): Promise<number> {
  const { grades, ...group } = usualGroups[usual];
  const [known] = await ctx.db
    .select({ id: ageGroups.id })
    .from(ageGroups)
    .where(and(eq(ageGroups.facilityId, facilityId), eq(ageGroups.name, group.name), isNull(ageGroups.archivedAt)));
  if (known) return known.id;
  const { groupId } = await setAgeGroup(ctx, {
    ...group,
    facilityId,
    groupId: undefined,
    by: grades.length > 0 ? "grade" : "age",
    grades: [...grades],
  });
  return groupId;
}
