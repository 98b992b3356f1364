import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { recordAttendance } from "@/lib/reservations/attendance/record-attendance";
import { recordDeparture } from "@/lib/reservations/attendance/record-departure";
import { tellLatePickup } from "@/lib/reservations/attendance/tell-late-pickup";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { anEveningToPoint, changesOf, reservationsOf, touch } from "./at-the-gate";

async function aLateDeparture(ctx: Context) {
  const evening = await anEveningToPoint(ctx);
  const { cell, child } = evening;
  const animator = later(evening.animator, 140);
  await recordAttendance(animator, { ...touch(cell), state: "present" });
  await recordDeparture(animator, touch(cell, 130));
  const [reservation] = await reservationsOf(ctx, child.id);
  return { ...evening, animator, reservationId: reservation?.id ?? 0 };
}

const mailsOf = (ctx: Context) => ctx.db.select().from(emails).where(eq(emails.template, "late-pickup"));

test("tells each guardian once that the child left late, without a name, and keeps it with the place", async ({
  ctx,
}) => {
  const { reservationId, household } = await aLateDeparture(ctx);

  await tellLatePickup(ctx, { reservationId });
  await tellLatePickup(ctx, { reservationId });

  const mails = await mailsOf(ctx);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.payload).toEqual({ date: "2026-09-18", url: expect.stringContaining("/reservations?mois=2026-09") });
  expect((await changesOf(ctx)).filter(({ reason }) => reason === "left_late")).toMatchObject([{ status: "attended" }]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "attendance.late"));
  expect(events).toMatchObject([{ householdId: household.id, data: { date: "2026-09-18", minutes: 20 } }]);
});

test("tells nothing when the departure was taken back meanwhile, nor to whom may not ask", async ({ ctx }) => {
  const { animator, cell, reservationId, guardian } = await aLateDeparture(ctx);
  await recordAttendance(animator, { ...touch(cell, 135), state: "present" });
  await tellLatePickup(ctx, { reservationId });
  await tellLatePickup(ctx, { reservationId: 999_999 });
  expect(await mailsOf(ctx)).toEqual([]);
  await expect(tellLatePickup(guardian, { reservationId })).rejects.toMatchObject({ code: "forbidden" });
});
