import { describe, expect, test } from "vitest";
import { type ReservationStatus, reservationStatus } from "@/db/schema";
import {
  canBecome,
  cellName,
  cellWords,
  type FreeDay,
  firstState,
  freeLetter,
  holdUntil,
  letterOf,
  placesInWords,
} from "@/lib/reservations/rules";
import { type Asking, refusalOf, type Wish } from "@/lib/reservations/wishes/rules";

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
    cancelled: ["booked"],
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

  const day: FreeDay = {
    date: "2026-09-18",
    startsAt: "16:30:00",
    opensAt: null,
    closesAt: at(60).getTime(),
    late: false,
    capacity: 2,
    taken: 1,
    waiting: 0,
    closed: null,
  };
  const clock = { today: "2026-09-09", time: "10:00:00", now: now.getTime() };
  test.each<[string, Partial<FreeDay>, string]>([
    ["free", {}, "."],
    ["full", { taken: 2 }, "o"],
    ["beyond full", { taken: 3 }, "o"],
    ["full for who comes after the waiting list", { waiting: 1 }, "o"],
    ["late, to the millisecond", { closesAt: now.getTime() }, "x"],
    ["late where that may still be asked for", { closesAt: 0, late: true }, "?"],
    ["late and full", { closesAt: 0, late: true, taken: 2 }, "x"],
    ["late and begun", { date: "2026-09-09", startsAt: "10:00:00", closesAt: 0, late: true }, "x"],
    ["late and about to begin", { date: "2026-09-09", startsAt: "10:00:01", closesAt: 0, late: true }, "?"],
    ["not open yet, full or not", { opensAt: now.getTime() + 1, taken: 2 }, "~"],
    ["open to the millisecond", { opensAt: now.getTime() }, "."],
    ["closed before it opens", { opensAt: now.getTime() + 1, closed: "grève" }, "#"],
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
    occurrence: { opensAt: null, closesAt: at(60), beginsAt: at(600) },
    lateRequests: false,
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
  const tooLate = { opensAt: null, closesAt: now, beginsAt: at(600) };
  const tooEarly = { opensAt: at(1), closesAt: at(60), beginsAt: at(600) };
  const worst = { live: true, enrolled: false, age: 2, occurrence: tooLate, full: true, priced: false };
  test.each<[string, Partial<Wish>, string | undefined]>([
    ["not at all", {}, undefined],
    ["on a day on which nothing opens", { occurrence: null }, "slot_closed"],
    ["on a closed day, first of all", { ...worst, closedReason: "grève" }, "slot_closed"],
    ["twice", worst, "already_booked"],
    ["without enrolment", { ...worst, live: false }, "not_enrolled"],
    ["in another age group", { ...worst, live: false, enrolled: true }, "wrong_age_group"],
    ["too late", { occurrence: tooLate, full: true }, "booking_closed"],
    ["before the bookings open", { occurrence: tooEarly, full: true }, "booking_not_open"],
    ["at the opening itself, no", { occurrence: { ...tooEarly, opensAt: now } }, undefined],
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

  const begun = { opensAt: null, closesAt: now, beginsAt: now };
  test.each<[Asking, string, Partial<Wish>, string | undefined]>([
    ["late", "where the activity takes none", { occurrence: tooLate }, "booking_closed"],
    ["late", "where it does, no", { occurrence: tooLate, lateRequests: true }, undefined],
    ["late", "while the deadline runs", { lateRequests: true }, "books_in_time"],
    ["late", "once the service has begun", { occurrence: begun, lateRequests: true }, "service_begun"],
    ["late", "before the opening", { occurrence: tooEarly, lateRequests: true }, "booking_not_open"],
    ["late", "in a full slot", { occurrence: tooLate, lateRequests: true, full: true }, "slot_full"],
    ["anyway", "past the deadline, no", { occurrence: tooLate }, undefined],
    ["anyway", "in time, no", {}, undefined],
    ["anyway", "once the service has begun", { occurrence: begun }, "service_begun"],
    ["anyway", "before the opening: agents do not pass before families", { occurrence: tooEarly }, "booking_not_open"],
    ["anyway", "in a full slot", { occurrence: tooLate, full: true }, "slot_full"],
  ])("asked %s, %s", (asking, _, changes, code) => {
    expect(refusalOf({ ...wish, ...changes }, now, asking)).toBe(code);
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
