import { asc } from "drizzle-orm";
import { expect } from "vitest";
import { reservations, slotOccurrences } from "@/db/schema";
import { changeSlot } from "@/lib/catalogue/slots/change-slot";
import { changeSlotInput } from "@/lib/catalogue/slots/input";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { anOccurrence, aTariff } from "../../../support/factories";
import { aBookedEvening, agentOf } from "../agents";
import { typedSlot } from "./typed";

const change = (slot: { id: number; tariffId: string }, values = {}) =>
  changeSlotInput.parse({ ...typedSlot, slotId: slot.id, tariffId: slot.tariffId, revision: 0, ...values });

const days = ({ db }: Context) => db.select().from(slotOccurrences).orderBy(asc(slotOccurrences.date));
const twoDays = JSON.stringify({ kind: "daysBefore", days: 2, count: "working", time: "10:00" });

test("a new rule moves the deadlines to come, and never opens again what has closed", async ({ ctx }) => {
  const { slot } = await aBookedEvening(ctx);
  const closed = new Date("2026-09-04T22:00:00Z");
  await anOccurrence(ctx, slot, { date: "2026-09-11", bookingClosesAt: closed, cancellationClosesAt: closed });

  const done = await changeSlot(agentOf(ctx), change(slot, { bookingDeadline: twoDays }));

  expect(done).toEqual({ rescheduled: 1, keptTaken: 0 });
  expect(await days(ctx)).toMatchObject([
    { date: "2026-09-11", bookingClosesAt: closed },
    {
      date: "2026-09-18",
      bookingClosesAt: new Date("2026-09-16T08:00:00Z"),
      cancellationClosesAt: new Date("2026-09-10T22:00:00Z"),
    },
  ]);
});

test("fewer places never put a booked child out, and another tariff changes no price", async ({ ctx }) => {
  const { slot } = await aBookedEvening(ctx);
  await anOccurrence(ctx, slot, { date: "2026-09-25" });
  await ctx.db.update(slotOccurrences).set({ capacity: 10 });
  const dearer = await aTariff(ctx, { rule: { method: "flat", cents: { resident: 900, nonResident: 900 } } });

  await changeSlot(agentOf(ctx), change(slot, { capacity: "1", tariffId: dearer.id }));
  expect(await days(ctx)).toMatchObject([
    { date: "2026-09-18", taken: 1, capacity: 1 },
    { date: "2026-09-25", taken: 0, capacity: 1 },
  ]);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ priceCents: 300 }]);
});

test("the second of two agents is told, and a label alone moves nothing", async ({ ctx }) => {
  const { slot } = await aBookedEvening(ctx);
  const typed = { ...change(slot, { label: "Fin de journée" }), bookingDeadline: slot.bookingDeadline };
  expect(await changeSlot(agentOf(ctx), { ...typed, cancellationDeadline: slot.cancellationDeadline })).toEqual({
    rescheduled: 0,
    keptTaken: 0,
  });
  await expect(changeSlot(agentOf(ctx), typed)).rejects.toMatchObject({ code: "changed_meanwhile" });
});
