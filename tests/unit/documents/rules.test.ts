import { describe, expect, test } from "vitest";
import {
  answerOf,
  askedOf,
  canBeRemoved,
  cleanFileName,
  lastSchoolYearEnd,
  type Requirement,
  reminderOf,
  type SentDocument,
  validUntil,
} from "@/lib/documents/rules";

const today = "2026-09-09";
const sent = (values: Partial<SentDocument> = {}): SentDocument => ({
  id: "d",
  kind: "insurance",
  personId: null,
  status: "valid",
  reason: null,
  validUntil: null,
  ...values,
});

test.each([
  [{ kind: "months", months: 3 } as const, "2026-11-30", "2027-02-28"],
  [{ kind: "untilDate", date: "2027-01-31" } as const, "2026-09-09", "2027-01-31"],
  [{ kind: "schoolYear" } as const, "2026-06-30", "2026-08-31"],
  [{ kind: "schoolYear" } as const, "2026-07-01", "2027-08-31"],
  [{ kind: "schoolYear" } as const, "2027-02-01", "2027-08-31"],
  [{ kind: "forever" } as const, "2026-09-09", null],
])("%j accepted on %s is good until %s", (validity, acceptedOn, until) => {
  expect(validUntil(validity, acceptedOn)).toBe(until);
});

describe("the answer to a requirement", () => {
  const stateOf = (...documents: SentDocument[]) => answerOf(30, documents, today).state;

  test.each([
    ["missing", []],
    ["to_review", [sent({ status: "to_review" })]],
    ["valid", [sent()]],
    ["valid", [sent({ validUntil: "2026-10-10" })]],
    ["expiring", [sent({ validUntil: "2026-10-09" })]],
    ["expiring", [sent({ validUntil: today })]],
    ["expired", [sent({ validUntil: "2026-09-08" })]],
    ["rejected", [sent({ status: "rejected" })]],
    ["valid", [sent({ status: "rejected" }), sent()]],
    ["valid", [sent({ status: "to_review" }), sent()]],
    ["to_review", [sent({ status: "to_review" }), sent({ validUntil: "2026-09-20" })]],
    ["expiring", [sent({ status: "rejected" }), sent({ validUntil: "2026-09-20" })]],
    ["rejected", [sent({ status: "rejected" }), sent({ validUntil: "2026-09-01" })]],
  ] as const)("is %s", (state, documents) => {
    expect(stateOf(...documents)).toBe(state);
  });
});

test("a requirement is asked of each member that it applies to, and answered by that member's documents only", () => {
  const requirement = (kind: string, appliesTo: Requirement["appliesTo"]): Requirement => ({
    kind,
    label: kind,
    help: null,
    appliesTo,
    remindDaysBefore: 30,
    isHealth: false,
    blocksBooking: false,
  });
  const requirements = [
    requirement("address", "household"),
    requirement("employer", "adult"),
    requirement("insurance", "child"),
  ];
  const members = [
    { personId: "cedric", firstName: "Cédric", role: "guardian" as const },
    { personId: "nahel", firstName: "Nahel", role: "child" as const },
    { personId: "lisa", firstName: "Lisa", role: "child" as const },
    { personId: "mamie", firstName: "Odile", role: "contact" as const },
  ];
  const documents = [sent({ personId: "nahel" }), sent({ kind: "address", status: "to_review" })];
  const asked = askedOf(requirements, members, documents, today);
  expect(asked.map(({ requirement, member, state }) => [requirement.kind, member?.firstName, state])).toEqual([
    ["address", undefined, "to_review"],
    ["employer", "Cédric", "missing"],
    ["insurance", "Nahel", "valid"],
    ["insurance", "Lisa", "missing"],
  ]);
});

test.each([
  ["2026-10-10", undefined],
  ["2026-10-09", "first"],
  ["2026-09-17", "first"],
  ["2026-09-16", "last"],
  [today, "last"],
  ["2026-09-08", "over"],
  ["2026-09-02", "over"],
  ["2026-09-01", undefined],
])("a document that ends on %s is reminded: %s", (until, reminder) => {
  expect(reminderOf(until, 30, today)).toBe(reminder);
});

test("what is in force stays, and a judgment too", () => {
  expect(canBeRemoved(sent(), today)).toBe(false);
  expect(canBeRemoved(sent({ validUntil: "2026-09-08" }), today)).toBe(true);
  expect(canBeRemoved(sent({ status: "rejected" }), today)).toBe(true);
  expect(canBeRemoved(sent({ status: "to_review" }), today)).toBe(true);
  expect(canBeRemoved(sent({ status: "to_review", kind: "judgment" }), today)).toBe(false);
});

test.each([
  ["C:\\Photos\\IMG_0001.HEIC", "IMG_0001.jpg"],
  ["../../etc/passwd", "passwd.jpg"],
  ['a"\r\nSet-Cookie: x.jpg', "aSet-Cookie x.jpg"],
  ["\u202egpj.exe", "gpj.jpg"],
  ["", "document.jpg"],
])("%j is kept as %j", (given, kept) => {
  expect(cleanFileName(given, "image/jpeg")).toBe(kept);
});

test.each([
  ["2026-09-09", "2026-08-31"],
  ["2026-08-31", "2025-08-31"],
  ["2026-09-01", "2026-08-31"],
  ["2027-01-15", "2026-08-31"],
])("on %s the school year that is over ended on %s", (today, end) => {
  expect(lastSchoolYearEnd(today)).toBe(end);
});
