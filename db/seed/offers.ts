import { openSlots } from "@/lib/catalogue/open-slots";
import { usuallyServesMeal } from "@/lib/catalogue/slots/rules";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import {
  type ApprovalMode,
  activities,
  type activityKind,
  type BillingMode,
  type DeadlineRule,
  slots,
} from "../schema";
import type { Office, School } from "./organization";
import type { Tariff } from "./tariffs";

export type ServiceName = "morning" | "noon" | "evening" | "meal" | "wednesday" | "holidays";
type AgeGroup = { id: number | null; minAge: number; maxAge: number };

export type NewActivity = {
  facilityId: string;
  name: string;
  kind: (typeof activityKind.enumValues)[number];
  /** Whose pupils it is for; Wednesdays and holidays receive those of the whole town. */
  school: School | "all";
  office: Office;
  billing: BillingMode;
  /** Left out where nobody has to decide. */
  approval?: ApprovalMode;
  holdMinutes: number;
  booking: DeadlineRule;
  cancellation: DeadlineRule;
  dates: CivilDate[];
  slots: NewSlot[];
};

type NewSlot = {
  service: ServiceName;
  label: string;
  hours: readonly [string, string];
  tariff: Tariff;
  ages: AgeGroup;
  capacity: number;
};

export type Occurrence = { id: number; date: CivilDate; free: number; bookingClosesAt: Date };

/** A slot that children of some ages can be booked on, on some dates. */
export type Offer = Omit<NewSlot, "capacity"> & {
  activity: Pick<NewActivity, "name" | "school" | "office" | "billing" | "holdMinutes"> & { id: string };
  occurrences: Map<CivilDate, Occurrence>;
};

export const everyAge: AgeGroup = { id: null, minAge: 0, maxAge: 17 };

/** What a child who comes unannounced pays more, in cents. */
const UNBOOKED_SURCHARGE = 250;
/** What a late departure of the evening adds, in cents. */
const LATE_PICKUP = 300;

/** Writes an activity and its slots, and opens each slot on the dates of the activity. */
export async function openActivity(ctx: Context, activity: NewActivity & { id: string; position: number }) {
  const { id, facilityId, name, kind, billing, approval, holdMinutes, office, position, dates } = activity;
  await ctx.db.insert(activities).values({
    id,
    facilityId,
    revenueOfficeId: office.id,
    name,
    kind,
    billingMode: billing,
    approval,
    holdMinutes,
    isChildcare: kind !== "lunch",
    unbookedSurchargeCents: UNBOOKED_SURCHARGE,
    latePickupCents: kind === "before_after_school" ? LATE_PICKUP : 0,
    hasPedt: kind === "before_after_school" || kind === "wednesday",
    position,
  });

  const offers: Offer[] = [];
  for (const { capacity, ...slot } of activity.slots) {
    const [row] = await ctx.db
      .insert(slots)
      .values({
        activityId: id,
        ageGroupId: slot.ages.id,
        tariffId: slot.tariff.id,
        label: slot.label,
        startsAt: slot.hours[0],
        endsAt: slot.hours[1],
        servesMeal: usuallyServesMeal(kind, { startsAt: slot.hours[0], endsAt: slot.hours[1] }),
        capacity,
        bookingDeadline: activity.booking,
        cancellationDeadline: activity.cancellation,
      })
      .returning({ id: slots.id });
    if (!row) throw new Error("no slot was written");
    const opened = await openSlots(ctx, { slotId: row.id, dates });
    offers.push({
      ...slot,
      activity,
      occurrences: new Map(opened.map((occurrence) => [occurrence.date, { ...occurrence, free: capacity }])),
    });
  }
  return offers;
}
