import { describe, expect, test } from "vitest";
import { type ReservationStatus, reservationStatus } from "@/db/schema";
import {
  canBecome,
  cellName,
  cellWords,
  firstState,
  freeLetter,
  holdUntil,
  letterOf,
  placesInWords,
  refusalOf,
  type Wish,
} from "@/lib/reservations/rules";

const now = new Date("2026-09-09T08:00:00Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("states", () => {
  const moves: Record<ReservationStatus, ReservationStatus[]> = {
    requested: ["booked", "refused", "cancelled", "attended_unbooked"],
    waitlisted: ["requested", "refused", "cancelled", "attended_unbooked"],
    booked: ["cancellation_requested", "cancelled", "absent_charged", "absent_excused", "attended"],
    cancellation_requested: ["booked", "cancelled", "attended", "absent_charged"],
    absent_charged: [
      "booked",
      "absent_excused",
      "cancellation_requested",
      "cancelled",
      "attended",
      "attended_unbooked",
    ],
    absent_excused: ["booked", "absent_charged", "cancelled", "attended", "attended_unbooked"],
    attended: ["booked", "cancellation_requested", "absent_charged", "absent_excused"],
    attended_unbooked: ["cancelled", "absent_charged", "absent_excused"],
    refused: [],
    cancelled: [],
  };
  test.each(reservationStatus.enumValues)("%s goes where the handbook says", (from) => {
    const reachable = reservationStatus.enumValues.filter((to) => canBecome(from, to));
    expect(reachable.toSorted()).toEqual(moves[from].toSorted());
  });

  test.each([
    ["manual", "prepaid", { status: "requested", awaiting: "approval" }],
    ["manual", "billed", { status: "requested", awaiting: "approval" }],
    ["automatic", "prepaid", { status: "requested", awaiting: "payment" }],
    ["automatic", "billed", { status: "booked", awaiting: null }],
    ["automatic", "free", { status: "booked", awaiting: null }],
  ] as const)("a booking with %s approval, %s, begins as it must", (approval, billing, state) => {
    expect(firstState(approval, billing)).toEqual(state);
  });
});

describe("cells", () => {
  test("every state has a letter with words, or leaves its cell free", () => {
    for (const status of reservationStatus.enumValues) {
      const letter = letterOf(status, null);
      expect(letter === "" || letter in cellWords).toBe(true);
    }
    expect(letterOf("requested", "payment")).toBe("P");
    expect(letterOf("requested", "approval")).toBe("V");
  });

  const day = { date: "2026-09-18", closesAt: at(60).getTime(), capacity: 2, taken: 1, waiting: 0, closed: null };
  const clock = { today: "2026-09-09", now: now.getTime() };
  test.each([
    ["free", {}, "."],
    ["full", { taken: 2 }, "o"],
    ["beyond full", { taken: 3 }, "o"],
    ["full for who comes after the waiting list", { waiting: 1 }, "o"],
    ["late, to the millisecond", { closesAt: now.getTime() }, "x"],
    ["just in time", { closesAt: now.getTime() + 1 }, "."],
    ["closed, even when late and full", { closed: "grève", closesAt: 0, taken: 2 }, "#"],
    ["closed without a reason", { closed: "" }, "#"],
    ["gone by, whatever it was", { date: "2026-09-08", closed: "grève" }, "-"],
    ["today", { date: "2026-09-09" }, "."],
  ])("a day that is %s", (_, changes, letter) => {
    expect(freeLetter({ ...day, ...changes }, clock)).toBe(letter);
  });

  test.each([
    [".", "Nahel, vendredi 18 septembre 2026, Soir, libre"],
    ["R", "Nahel, vendredi 18 septembre 2026, Soir, réservé"],
    ["P", "Nahel, vendredi 18 septembre 2026, Soir, demande en attente de paiement"],
    ["r", "Nahel, vendredi 18 septembre 2026, Soir, réservé, jour passé"],
    ["o", "Nahel, vendredi 18 septembre 2026, Soir, complet"],
    ["x", "Nahel, vendredi 18 septembre 2026, Soir, délai de réservation dépassé"],
  ])("%s is said aloud", (code, name) => {
    expect(cellName("Nahel", "vendredi 18 septembre 2026", "Soir", code)).toBe(name);
  });
});

describe("a hold", () => {
  test.each([
    ["lasts as long as the activity says", 60, 10_000, 60],
    ["ends with the deadline when that comes first", 600, 300, 300],
    ["leaves the time to pay, whatever the deadline", 60, 5, 20],
    ["leaves the time to pay, whatever the activity says", 1, 10_000, 20],
  ])("%s", (_, holdMinutes, closes, until) => {
    expect(holdUntil(now, holdMinutes, at(closes))).toEqual(at(until));
  });
});

describe("a wish is refused", () => {
  const wish: Wish = {
    occurrence: { closesAt: at(60) },
    closedReason: null,
    live: false,
    enrolled: true,
    papers: null,
    age: 7,
    gradeLevel: "CE1",
    minAge: 6,
    maxAge: 11,
    grades: [],
    full: false,
    elsewhere: false,
    priced: true,
  };
  const worst = { live: true, enrolled: false, age: 2, occurrence: { closesAt: now }, full: true, priced: false };
  test.each<[string, Partial<Wish>, string | undefined]>([
    ["not at all", {}, undefined],
    ["on a day on which nothing opens", { occurrence: null }, "slot_closed"],
    ["on a closed day, first of all", { ...worst, closedReason: "grève" }, "slot_closed"],
    ["twice", worst, "already_booked"],
    ["without enrolment", { ...worst, live: false }, "not_enrolled"],
    ["in another age group", { ...worst, live: false, enrolled: true }, "wrong_age_group"],
    ["too late", { occurrence: { closesAt: now }, full: true }, "booking_closed"],
    ["before a paper is sent, even where it is full", { papers: ["Assurance"], full: true }, "document_missing"],
    ["in a full slot", { full: true, priced: false }, "slot_full"],
    ["without a price", { priced: false }, "price_unknown"],
    ["at the youngest age, no", { age: 6 }, undefined],
    ["at the oldest age, no", { age: 11 }, undefined],
    ["a year too young", { age: 5 }, "wrong_age_group"],
    ["a year too old", { age: 12 }, "wrong_age_group"],
    ["when nobody knows the age", { age: null }, "wrong_age_group"],
    ["in the right grade, whatever the age, no", { grades: ["CP", "CE1"], age: 12 }, undefined],
    ["in another grade", { grades: ["GS"] }, "wrong_age_group"],
    ["when nobody knows the grade", { grades: ["CE1"], gradeLevel: null }, "wrong_age_group"],
    ["whatever the age where there are no groups, no", { age: null, minAge: null, maxAge: null }, undefined],
  ])("%s", (_, changes, code) => {
    expect(refusalOf({ ...wish, ...changes }, now)).toBe(code);
  });
});

test.each([
  [10, 10, "complet"],
  [10, 12, "complet"],
  [10, 9, "1 place"],
  [10, 8, "2 places"],
  [10, 0, "10 places"],
  [11, 0, "beaucoup de places"],
])("%i places of which %i are taken: %s", (capacity, taken, words) => {
  expect(placesInWords({ capacity, taken, waiting: 0 })).toBe(words);
});
