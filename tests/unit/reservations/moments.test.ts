import { expect, test } from "vitest";
import { busiestOf } from "@/components/planning/moments";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";

const slot = (values: Partial<PlannedSlot>): PlannedSlot => ({
  id: 1,
  slotId: 1,
  date: "2026-09-18",
  facilityId: "f",
  facility: "Jules-Ferry",
  activityId: "a",
  activity: "Périscolaire",
  kind: "before_after_school",
  hasPedt: false,
  slot: "Soir",
  group: null,
  startsAt: "16:30:00",
  endsAt: "18:30:00",
  capacity: 60,
  taken: 0,
  closedReason: null,
  closureId: null,
  plannedAdults: null,
  expected: 0,
  inCarts: 0,
  toApprove: 0,
  waitlisted: 0,
  present: 0,
  unbooked: 0,
  absent: 0,
  under6: 0,
  from6: 0,
  ...values,
});

test("the busiest moment adds up what is open at the same time, and leaves out what is closed", () => {
  const day = [
    slot({ startsAt: "07:30:00", endsAt: "08:30:00", expected: 40, capacity: 50, from6: 40 }),
    slot({ expected: 30, from6: 30 }),
    slot({ startsAt: "17:30:00", expected: 15, capacity: 20, from6: 15 }),
    slot({ expected: 99, closedReason: "Grève" }),
  ];
  expect(busiestOf(day)).toEqual({ at: "17:30:00", expected: 45, capacity: 80, adults: 5 });
  expect(busiestOf([])).toBeUndefined();
  expect(busiestOf([slot({ closedReason: "Grève" })])).toBeUndefined();
});
