import { expect, test } from "vitest";
import {
  departureOf,
  endsAtTheGate,
  isNamed,
  lastTaps,
  lateFrom,
  minutesLate,
  pointedStatus,
  shownState,
  type Tap,
  undoneStatus,
} from "@/lib/reservations/attendance/rules";

test.each([
  ["booked", "present", true, "attended"],
  ["cancellation_requested", "present", true, "attended"],
  ["attended", "present", true, undefined],
  ["attended_unbooked", "present", true, undefined],
  ["absent_charged", "present", true, "attended"],
  ["absent_excused", "present", false, "attended_unbooked"],
  ["booked", "absent", true, "absent_charged"],
  ["cancellation_requested", "absent", true, undefined],
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

test.each([
  ["before_after_school", "18:30:00", true],
  ["before_after_school", "08:30:00", false],
  ["before_after_school", "13:30:00", false],
  ["lunch", "18:30:00", false],
  ["wednesday", "12:30:00", true],
  ["holidays", "18:00:00", true],
] as const)("someone comes for the children at the end of %s, %s: %s", (kind, endsAt, comes) => {
  expect(endsAtTheGate({ kind, endsAt })).toBe(comes);
});

test("a departure is late from the minute after the tolerance, and counted from the end", () => {
  const late = lateFrom("2026-10-25", { endsAt: "18:30:00", toleranceMinutes: 10 });
  expect(late.toISOString()).toBe("2026-10-25T17:40:00.000Z");
  const minutes = (leftAt: string) => minutesLate(new Date(leftAt), late, 10);
  expect(minutes("2026-10-25T17:40:00Z")).toBe(0);
  expect(minutes("2026-10-25T17:40:30Z")).toBe(11);
  expect(minutes("2026-10-25T17:55:00Z")).toBe(25);
});

test("a child who has left is shown so, until they are pointed present again", () => {
  const left = { ...tap("a", "40", "left"), collectedBy: "Odile Rousseau" };
  expect(departureOf(left)).toEqual({ at: left.at, collectedBy: "Odile Rousseau" });
  expect(departureOf(tap("a", "41", "present"))).toBeNull();
  expect(shownState("attended", left)).toBe("left");
  expect(shownState("attended", undefined, true)).toBe("left");
  expect(shownState("attended", tap("a", "41", "present"), true)).toBe("present");
  expect(shownState("booked", undefined, true)).toBe("expected");
});

test("a name is known however it is written, and an empty one is nobody's", () => {
  expect(isNamed(" élodie  DUPONT-martin", ["Elodie Dupont Martin"])).toBe(true);
  expect(isNamed("Élodie", ["Elodie Dupont"])).toBe(false);
  expect(isNamed("", [""])).toBe(false);
});
