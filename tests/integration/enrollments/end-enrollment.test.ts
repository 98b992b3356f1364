import { expect } from "vitest";
import { auditEvents, enrollments, reservations } from "@/db/schema";
import { endEnrollment } from "@/lib/enrollments/end-enrollment";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../support/database";
import { aFamilyAndAnEvening } from "../../support/factories";
import { anAgent } from "./wish";

test("ends an enrolment after a day; what is booked later is cancelled first", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  const [{ id: enrollmentId = "" } = {}] = await ctx.db.select().from(enrollments);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });

  const early = { enrollmentId, endsOn: "2026-09-17" };
  await expect(endEnrollment(anAgent(ctx), early)).rejects.toMatchObject({
    code: "reservations_to_come",
    details: { message: expect.stringContaining("vendredi 18 septembre 2026") },
  });
  await endEnrollment(anAgent(ctx), { enrollmentId, endsOn: "2026-09-18" });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "approved", endsOn: "2026-09-18" }]);

  await ctx.db.update(reservations).set({ status: "cancelled", awaiting: null, holdExpiresAt: null });
  await endEnrollment(anAgent(ctx), early);
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ endsOn: "2026-09-17" }]);
  const events = await ctx.db.select().from(auditEvents);
  expect(events.filter(({ type }) => type === "enrollment.ended")).toHaveLength(2);
});

test("one that has not begun is withdrawn; a day gone by, or after its end, is refused", async ({ ctx }) => {
  await aFamilyAndAnEvening(ctx);
  const [{ id: enrollmentId = "" } = {}] = await ctx.db.select().from(enrollments);
  for (const endsOn of ["2026-09-08", "2027-09-01"]) {
    await expect(endEnrollment(anAgent(ctx), { enrollmentId, endsOn })).rejects.toMatchObject({
      details: { fields: { endsOn: [expect.any(String)] } },
    });
  }
  await ctx.db.update(enrollments).set({ startsOn: "2026-10-01" });
  await endEnrollment(anAgent(ctx), { enrollmentId, endsOn: "2026-09-09" });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "refused" }]);
  await expect(endEnrollment(anAgent(ctx), { enrollmentId, endsOn: "2026-09-09" })).rejects.toMatchObject({
    code: "already_decided",
  });
  await expect(endEnrollment(anAgent(ctx, "animator"), { enrollmentId, endsOn: "2026-09-09" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
