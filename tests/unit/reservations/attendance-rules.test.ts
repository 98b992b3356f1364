import { expect, test } from "vitest";
import { lastTaps, pointedStatus, shownState, type Tap, undoneStatus } from "@/lib/reservations/attendance/rules";

test.each([
  ["booked", "present", true, "attended"],
  ["cancellation_requested", "present", true, "attended"],
  ["attended", "present", true, undefined],
  ["attended_unbooked", "present", true, undefined],
  ["absent_charged", "present", true, "attended"],
  ["absent_excused", "present", false, "attended_unbooked"],
  ["booked", "absent", true, "absent_charged"],
  ["attended", "absent", true, "absent_charged"],
  ["absent_excused", "absent", true, undefined],
  ["absent_charged", "absent", true, undefined],
] as const)("%s pointed %s, room: %s, becomes %s", (status, state, hasRoom, next) => {
  expect(pointedStatus(status, state, hasRoom)).toBe(next);
});

test.each([
  ["booked", "booked"],
  ["absent_excused", "absent_excused"],
  ["requested", "cancelled"],
  ["waitlisted", "cancelled"],
  ["cancelled", "cancelled"],
] as const)("undoing what found %s leads to %s", (found, next) => {
  expect(undoneStatus(found)).toBe(next);
});

const tap = (childId: string, at: string, state: Tap["state"]): Tap => ({
  key: `${childId} ${at}`,
  slotId: 1,
  date: "2026-09-18",
  at: `2026-09-18T16:${at}:00Z`,
  childId,
  state,
});

test("the last touch of each child wins, whatever order they are kept in", () => {
  const taps = [
    tap("a", "32", "absent"),
    tap("a", "31", "present"),
    tap("b", "30", "present"),
    tap("b", "33", "undone"),
  ];
  for (const order of [taps, taps.toReversed()]) {
    const last = lastTaps(order);
    expect([last.get("a")?.state, last.get("b")?.state]).toEqual(["absent", "undone"]);
  }
});

test.each([
  ["booked", undefined, "expected"],
  ["attended", undefined, "present"],
  ["absent_excused", undefined, "absent"],
  ["requested", undefined, "unconfirmed"],
  [undefined, undefined, "unconfirmed"],
  ["booked", "present", "present"],
  ["attended", "absent", "absent"],
  ["attended", "undone", "expected"],
  [undefined, "present", "present"],
  [undefined, "undone", "unconfirmed"],
] as const)("%s with a touch %s on its way shows %s", (status, state, shown) => {
  expect(shownState(status, state && tap("a", "30", state))).toBe(shown);
});
