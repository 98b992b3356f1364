import { sql } from "drizzle-orm";
import type { ReservationStatus } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";
import { isThere, lateFrom, minutesLate } from "./rules";

type Last = {
  householdId: string;
  status: ReservationStatus;
  date: CivilDate;
  endsAt: string;
  toleranceMinutes: number;
  leftAt: string | null;
  isTold: boolean;
};

/** Tells a family, once, that its child left late, when that still holds: it is in the history of the place too. */
export async function tellLatePickup(ctx: Context, { reservationId: id }: { reservationId: number }): Promise<void> {
  authorize(ctx, "jobs:run");

  await inTransaction(ctx, async (ctx) => {
    const last = await lockLast(ctx, id);
    if (!last?.leftAt || last.isTold || !isThere(last.status)) return;
    const { householdId, status, date, toleranceMinutes } = last;
    const minutes = minutesLate(new Date(last.leftAt), lateFrom(date, last), toleranceMinutes);
    if (minutes === 0) return;

    await moveReservations(ctx, [{ id }], { status, reason: "left_late" });
    await recordEvent(ctx, { type: "attendance.late", subjectId: String(id), householdId, data: { date, minutes } });
    await tellGuardians(ctx, {
      householdId,
      template: "late-pickup",
      payload: { date, url: `${env().appUrl}/reservations?mois=${date.slice(0, 7)}` },
      event: `late-pickup:${id}`,
    });
  });
}

/** Where the child stands by the last touch; a departure that was taken back has no hour. */
async function lockLast({ db }: Context, id: number): Promise<Last | undefined> {
  const [last] = await db.execute<Last>(sql`
    select r.household_id as "householdId", r.status, o.date, s.ends_at as "endsAt",
      a.pickup_tolerance_minutes as "toleranceMinutes",
      (select t.left_at from attendance_records t where t.reservation_id = r.id order by t.at desc, t.id desc limit 1) as "leftAt",
      exists (select from reservation_changes c where c.reservation_id = r.id and c.reason = 'left_late') as "isTold"
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where r.id = ${id}
    for update of r`);
  return last;
}
