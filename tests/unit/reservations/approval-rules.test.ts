import { expect, test } from "vitest";
import { answerBefore } from "@/lib/reservations/approvals/rules";

test.each([
  ["a Thursday morning: tomorrow at nine", "2026-09-17T06:00:00Z", "2026-09-18T07:00:00Z"],
  ["a Friday evening: Monday at nine", "2026-09-18T20:00:00Z", "2026-09-21T07:00:00Z"],
  ["Saturday before the clocks go back", "2026-10-24T08:00:00Z", "2026-10-26T08:00:00Z"],
  ["the eve of 11 November", "2026-11-10T12:00:00Z", "2026-11-12T08:00:00Z"],
  ["Friday before Easter, and its Monday", "2027-03-26T12:00:00Z", "2027-03-30T07:00:00Z"],
  ["24 December, a Thursday, and Christmas", "2026-12-24T12:00:00Z", "2026-12-28T08:00:00Z"],
] as const)("what has to be answered on %s", (_, now, until) => {
  expect(answerBefore(new Date(now)).toISOString()).toBe(new Date(until).toISOString());
});
