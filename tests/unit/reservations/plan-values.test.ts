import { expect, test } from "vitest";
import { layoutOf } from "@/components/reservations/grid-layout";
import { copyTicks, emptyPlan, inputOf, tickOf, ticksOfWeek } from "@/components/reservations/patterns/plan-values";
import { newlyRefused } from "@/components/reservations/patterns/use-preview";
import type { OfferedChild, OfferedColumn, PatternOffer } from "@/lib/reservations/patterns/rules";
import { aMonth, withCode } from "./grid-world";

const column = (slotId: number, label: string, weekdays = [1, 2, 4, 5]): OfferedColumn => ({
  slotIds: [slotId],
  label,
  activity: "Périscolaire",
  hours: "",
  isHolidays: false,
  isPrepaid: true,
  weekdays,
});
const nahel: OfferedChild = {
  id: "nahel",
  firstName: "Nahel",
  rank: 1,
  columns: [column(1, "Matin"), column(4, "Soir")],
};
const lisa: OfferedChild = { id: "lisa", firstName: "Lisa", rank: 2, columns: [column(9, "Soir", [1, 2])] };
const offer: PatternOffer = {
  from: "2026-09-01",
  to: "2027-07-02",
  children: [nahel, lisa],
  weeks: [{ monday: "2026-08-31", number: 36, words: "31 août", note: null }],
};
const [matin, soir] = nahel.columns as [OfferedColumn, OfferedColumn];

test("a sibling takes over the same services on the days on which they open to it", () => {
  const ticks = new Set([tickOf("nahel", soir, 1, "a"), tickOf("nahel", soir, 4, "a"), tickOf("nahel", matin, 1, "a")]);
  expect(copyTicks(ticks, nahel, lisa)).toEqual(new Set([...ticks, "lisa 9 1 a"]));
});

test("what was booked in a week of the month becomes ticks; what is full, late or the other household's does not", () => {
  const view = aMonth();
  const free = view.cells.map((slots) => slots.map((codes) => codes.replaceAll(".", " ")));
  const booked = ["R", "P", "o", "x", "A"].reduce((cells, code, index) => withCode(cells, 0, 3, 5 + index, code), free);
  const week = layoutOf(view).weeks.find(({ from }) => from === 5);
  expect(week && ticksOfWeek(view, booked, week, offer)).toEqual(new Set(["nahel 4 1 a", "nahel 4 2 a"]));
});

test("only the ticks of chosen children, and of the weeks there are, are sent", () => {
  const ticks = new Set([tickOf("nahel", soir, 1, "a"), tickOf("nahel", soir, 1, "b"), "lisa 9 1 a"]);
  const values = { ...emptyPlan(offer), ticks };
  const one = { childId: "nahel", slotId: 4, weekday: 1 };
  expect(inputOf("9", values, { isCopy: false, offer }).plan).toEqual({
    rhythm: { kind: "weekly" },
    slots: [{ ...one, turn: "a" }],
    except: [],
  });
  const everyOther = inputOf("9", { ...values, rhythm: "alternate" }, { isCopy: false, offer });
  expect(everyOther.plan).toMatchObject({
    rhythm: { kind: "alternate", from: "2026-08-31" },
    slots: [
      { ...one, turn: "a" },
      { ...one, turn: "b" },
    ],
  });
  const copied = inputOf("9", { ...values, mondays: new Set(["2026-09-07"]) }, { isCopy: true, offer });
  expect(copied.plan.rhythm).toEqual({ kind: "weeks", mondays: ["2026-09-07"] });
});

test("what changed since the preview is told alone", () => {
  const line = { childId: "nahel", service: "Soir", days: "7 septembre 2026" };
  const late = { code: "booking_closed" as const, title: "1 créneau : délai dépassé", lines: [line] };
  const full = {
    code: "slot_full" as const,
    title: "1 créneau : complet",
    lines: [{ ...line, days: "8 septembre 2026" }],
  };
  expect(newlyRefused([late], [late, full])).toEqual([full]);
});
