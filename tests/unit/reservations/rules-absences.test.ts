import { describe, expect, test } from "vitest";
import { goesOn, isExcusable, outcomeOf, proofDueAt } from "@/lib/reservations/absences/rules";
import { approvedHold } from "@/lib/reservations/approvals/rules";
import { cancellationOf } from "@/lib/reservations/cancellations/rules";
import { offerUntil } from "@/lib/reservations/waiting/rules";

const policy = { proofRequired: true, proofWithinHours: 48, waitingDays: 0, maxExcusedDays: null };

describe("an absence", () => {
  test.each([
    ["cancelled while its deadline runs", { cancels: true }, "cancel"],
    ["to be proved", {}, "prove"],
    ["excused where no proof is asked for", { absencePolicy: { ...policy, proofRequired: false } }, "excuse"],
    ["charged on a waiting day", { absencePolicy: { ...policy, waitingDays: 3 } }, "charge"],
    ["charged beyond the most", { absencePolicy: { ...policy, maxExcusedDays: 2 } }, "charge"],
  ])("is %s", (_, changes, outcome) => {
    const missed = { date: "2026-09-18", cancels: false, absencePolicy: policy, ...changes };
    expect(outcomeOf(missed, "2026-09-16")).toBe(outcome);
  });

  test("counts its waiting days, then those that may be excused", () => {
    const some = { ...policy, waitingDays: 2, maxExcusedDays: 3 };
    expect([0, 1, 2, 3, 4, 5].map((day) => isExcusable(some, day))).toEqual([false, false, true, true, true, false]);
  });

  test("is proved within so many hours after the day, over a change of clocks", () => {
    expect(proofDueAt("2026-09-18", policy)).toEqual(new Date("2026-09-20T22:00:00Z"));
    expect(proofDueAt("2026-10-24", policy)).toEqual(new Date("2026-10-26T22:00:00Z"));
  });

  test.each([
    ["2026-09-17", "2026-09-18", true],
    ["2026-09-18", "2026-09-21", true],
    ["2026-09-17", "2026-09-21", false],
    ["2026-09-15", "2026-09-17", false],
  ])("of %s goes on from the %s: %s", (last, first, expected) => {
    expect(goesOn(last, first)).toBe(expected);
  });
});

describe("a booked place", () => {
  const closes = new Date("2026-09-16T08:00:00Z");
  const place = { status: "booked", date: "2026-09-18", startsAt: "16:30:00", cancellationClosesAt: closes } as const;
  test.each([
    ["2026-09-16T07:59:59.999Z", "in_time"],
    ["2026-09-16T08:00:00Z", "late"],
    ["2026-09-18T14:29:59Z", "late"],
    ["2026-09-18T14:30:00Z", "over"],
  ])("seen at %s: %s", (now, expected) => {
    expect(cancellationOf(place, new Date(now))).toBe(expected);
  });
});

test("an approved request waits two days for its payment, but never past the service", () => {
  const now = new Date("2026-09-16T08:00:00Z");
  expect(approvedHold(now, new Date("2026-09-30T08:00:00Z"))).toEqual(new Date("2026-09-18T08:00:00Z"));
  expect(approvedHold(now, new Date("2026-09-17T08:00:00Z"))).toEqual(new Date("2026-09-17T08:00:00Z"));
});

test("an offer lasts a day, ends with booking, leaves an hour, and never outlives the service", () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 8, 16, hours));
  expect(offerUntil(at(0), at(100), at(200))).toEqual(at(24));
  expect(offerUntil(at(0), at(10), at(200))).toEqual(at(10));
  expect(offerUntil(at(0), at(0), at(200))).toEqual(at(1));
  expect(offerUntil(new Date(at(1).getTime() - 1), at(1), at(1))).toEqual(at(1));
});
