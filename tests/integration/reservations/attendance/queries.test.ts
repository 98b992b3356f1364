import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, consents, healthRecords, pickupAuthorizations, reservations } from "@/db/schema";
import { getRollCall, listOtherChildren, listStates, searchChildren } from "@/lib/reservations/attendance/queries";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { agent, anEveningToPoint } from "./at-the-gate";

test("tells the gate what it must know: flags without content, who may come and who must not", async ({ ctx }) => {
  const { animator, child, cell } = await anEveningToPoint(ctx);
  await ctx.db
    .insert(healthRecords)
    .values({ childId: child.id, sealed: "scellé", hasAllergies: true, updatedAt: ctx.now });
  const person = { childId: child.id, lastName: "Rousseau", relation: "grandparent", createdAt: ctx.now } as const;
  await ctx.db.insert(pickupAuthorizations).values([
    { ...person, firstName: "Lisa", kind: "allowed", phone: "+33612345678", isEmergencyContact: true },
    // A parent whom a judgment bars stands among the guardians of a household as well.
    { ...person, firstName: "Cédric", kind: "forbidden", relation: "father" },
    { ...person, firstName: "Jean", kind: "allowed", removedAt: ctx.now },
  ]);
  const view = await getRollCall(animator, cell);

  expect(view).toMatchObject({ activity: "Périscolaire", slot: "Soir", facility: "Jules-Ferry", capacity: 10 });
  expect(view.children).toMatchObject([
    {
      childId: child.id,
      firstName: "Nahel",
      age: 7,
      status: "booked",
      hasAllergies: true,
      hasCarePlan: false,
      leavesAlone: null,
      forbidden: [{ name: "Cédric Rousseau", relation: "father" }],
      allowed: [{ name: "Lisa Rousseau", phone: "+33612345678", isEmergencyContact: true }],
    },
  ]);
  expect(JSON.stringify(view)).not.toContain("scellé");
  const traces = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "attendance-sheet.read"));
  expect(traces).toMatchObject([{ subjectId: `${cell.slotId} ${cell.date}` }]);
});

test("says who may leave alone, by the last answer", async ({ ctx }) => {
  const { animator, child, cell } = await anEveningToPoint(ctx);
  const answer = { childId: child.id, kind: "leave_alone", textVersion: 1, at: ctx.now } as const;
  const accountId = "00000000-0000-4000-8000-000000000002";
  await ctx.db.insert(consents).values({ ...answer, accountId, value: "granted", detail: "après 18 h" });
  expect((await getRollCall(animator, cell)).children).toMatchObject([{ leavesAlone: "après 18 h" }]);
  await ctx.db.insert(consents).values({ ...answer, accountId, value: "refused" });
  expect((await getRollCall(animator, cell)).children).toMatchObject([{ leavesAlone: null }]);
});

test("lists states without a name, and leaves out who has cancelled", async ({ ctx }) => {
  const { animator, child, cell } = await anEveningToPoint(ctx);
  expect(await listStates(animator, cell)).toEqual([{ childId: child.id, status: "booked", departure: null }]);
  await ctx.db.update(reservations).set({ status: "cancelled" });
  expect(await listStates(animator, cell)).toEqual([]);
  expect((await getRollCall(animator, cell)).children).toEqual([]);
});

test("finds those who come unannounced: enrolled ones at once, any child by a piece of their name", async ({ ctx }) => {
  const { animator, activity, cell } = await anEveningToPoint(ctx);
  const { child } = await anotherFamily(ctx, activity);
  const aya = { id: child.id, name: "Aya Benali", detail: "" };
  expect(await listOtherChildren(animator, cell)).toEqual([aya]);
  expect(await searchChildren(animator, { q: "ben AY" })).toEqual([aya]);
  expect(await searchChildren(animator, { q: "cedric" })).toEqual([]);
  expect(await searchChildren(animator, { q: "a" })).toEqual([]);
  expect(await searchChildren(animator, { q: "%_" })).toEqual([]);
});

test("refuses a slot that does not open that day, and who is not at the gate", async ({ ctx }) => {
  const { animator, guardian, cell } = await anEveningToPoint(ctx);
  await expect(getRollCall(animator, { ...cell, date: "2026-09-19" })).rejects.toMatchObject({ code: "not_found" });
  for (const who of [guardian, agent(ctx, "admin")]) {
    await expect(getRollCall(who, cell)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listStates(who, cell)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listOtherChildren(who, cell)).rejects.toMatchObject({ code: "forbidden" });
    await expect(searchChildren(who, { q: "aya" })).rejects.toMatchObject({ code: "forbidden" });
  }
});
