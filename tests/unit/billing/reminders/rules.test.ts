import { describe, expect, test } from "vitest";
import { ageingOf, nextStep } from "@/lib/billing/reminders/rules";

const delays = { firstReminderDays: 7, secondReminderDays: 15 };
const unpaid = {
  dueOn: "2026-10-01",
  reminders: [] as { level: 1 | 2; on: string }[],
  isBeingPaid: false,
  isContested: false,
  isUnreachable: false,
};

describe("what an unpaid invoice waits for", () => {
  const first = { level: 1, on: "2026-10-08" } as const;
  const second = { level: 2, on: "2026-10-16" } as const;
  test.each([
    ["2026-10-07", {}, { step: "wait", until: "2026-10-08" }],
    ["2026-10-08", {}, { step: "remind", level: 1 }],
    ["2026-10-15", { reminders: [first] }, { step: "wait", until: "2026-10-16" }],
    ["2026-10-16", { reminders: [first] }, { step: "remind", level: 2 }],
    // Reminded late, a family still has the days between the two.
    ["2026-11-02", { reminders: [{ level: 1, on: "2026-11-01" } as const] }, { step: "wait", until: "2026-11-09" }],
    ["2026-10-20", { reminders: [first, second] }, { step: "wait", until: "2026-10-24" }],
    ["2026-10-24", { reminders: [first, second] }, { step: "transmit" }],
    ["2026-10-08", { isBeingPaid: true }, { step: "being_paid" }],
    ["2026-10-08", { isContested: true }, { step: "contested" }],
    ["2026-10-08", { isUnreachable: true }, { step: "by_post" }],
  ])("on %s, %o: %o", (today, values, step) => {
    expect(nextStep({ ...unpaid, ...values }, today, delays)).toEqual(step);
  });
});

test("debts are added up by age, each family once", () => {
  const debt = (dueOn: string, dueCents: number) => ({ householdId: "a", dueOn, dueCents });
  const bands = ageingOf(
    [
      debt("2026-10-20", 100),
      debt("2026-10-15", 200),
      debt("2026-10-08", 300),
      debt("2026-10-07", 400),
      debt("2026-01-01", 500),
    ],
    "2026-10-15",
  );
  expect(bands.map(({ key, invoices, families, cents }) => [key, invoices, families, cents])).toEqual([
    ["coming", 2, 1, 300],
    ["week", 1, 1, 300],
    ["fortnight", 1, 1, 400],
    ["month", 0, 0, 0],
    ["quarter", 0, 0, 0],
    ["older", 1, 1, 500],
  ]);
});
