import { groupBy } from "@/lib/core/group-by";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { peakOf, ratioOf, requiredAdults } from "@/lib/reservations/planning/rules";

/** The groups that an activity receives at the same hours: one card of the planning. */
export type Moment = { key: string; first: PlannedSlot; groups: PlannedSlot[] };

export type Place = { id: string; name: string; moments: Moment[]; slots: PlannedSlot[] };

const momentOf = ({ activityId, slot, startsAt, endsAt, date }: PlannedSlot) =>
  [date, activityId, slot, startsAt, endsAt].join(" ");

/** The slots of the planning by structure, then by moment, in the order of the day. */
export const placesOf = (slots: readonly PlannedSlot[]): Place[] =>
  groupBy(slots, ({ facilityId }) => facilityId).map(([{ facilityId, facility }, slots]) => ({
    id: facilityId,
    name: facility,
    slots,
    moments: groupBy(slots, momentOf).map(([first, groups]) => ({ key: momentOf(first), first, groups })),
  }));

/** What several slots add up to. */
export function totalOf(slots: readonly PlannedSlot[]) {
  const sum = (of: (slot: PlannedSlot) => number) => slots.reduce((total, slot) => total + of(slot), 0);
  return {
    capacity: sum(({ capacity, closedReason }) => (closedReason === null ? capacity : 0)),
    left: sum(leftOf),
    expected: sum(({ expected }) => expected),
    requested: sum(requestedOf),
    present: sum(({ present }) => present),
    waitlisted: sum(({ waitlisted }) => waitlisted),
    under6: sum(({ under6 }) => under6),
    from6: sum(({ from6 }) => from6),
    required: sum(requiredOf),
  };
}

export const requestedOf = ({ inCarts, toApprove }: PlannedSlot): number => inCarts + toApprove;

export const leftOf = ({ capacity, taken, closedReason }: PlannedSlot): number =>
  closedReason === null ? Math.max(0, capacity - taken) : 0;

export const requiredOf = (slot: PlannedSlot): number => requiredAdults(slot, ratioOf(slot));

/** The most adults that a structure needs at the same moment of the day. */
export const peakAt = (slots: readonly PlannedSlot[]) =>
  peakOf(slots.map((slot) => ({ startsAt: slot.startsAt, endsAt: slot.endsAt, adults: requiredOf(slot) })));

/** The moment of a day at which a structure looks after the most children, and what it can take then. */
export type Busiest = { at: string; expected: number; capacity: number; adults: number };

export function busiestOf(slots: readonly PlannedSlot[]): Busiest | undefined {
  const open = slots.filter(({ closedReason }) => closedReason === null);
  const moments = open.map(({ startsAt: at }) => {
    const during = totalOf(open.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt));
    return { at, expected: during.expected, capacity: during.capacity, adults: during.required };
  });
  return moments.reduce<Busiest | undefined>(
    (most, moment) => (most && most.expected >= moment.expected ? most : moment),
    undefined,
  );
}
