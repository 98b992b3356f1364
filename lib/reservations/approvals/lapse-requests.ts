import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { groupBy } from "@/lib/core/group-by";
import { moveReservations } from "../move-reservations";
import { placeInWords } from "../release-places";
import { serviceBegins } from "../service-begins";
import { tellGuardians } from "../tell-guardians";

/** Enough for a town, few enough to hold its locks briefly. */
const BATCH = 200;

type Unanswered = { id: number; householdId: string; child: string; slot: string; date: string };

/**
 * Ends the requests that nobody has answered when their service begins, sent in time or late: the place is free, nothing
 * was paid for it yet, and the family is told once that the child is not expected. What an agent is deciding at that
 * moment is left to them; run again, it finds nothing left. A cancellation that was asked for never ends so: it may still
 * be granted afterwards. Returns how many it ended.
 */
export async function lapseRequests(ctx: Context): Promise<number> {
  authorize(ctx, "jobs:run");

  return inTransaction(ctx, async (ctx) => {
    const over = await lockUnanswered(ctx);
    await moveReservations(ctx, over, { status: "refused", reason: "unanswered" });
    for (const [{ householdId }, requests] of groupBy(over, ({ householdId }) => householdId)) {
      await tellFamily(ctx, householdId, requests);
    }
    return over.length;
  });
}

/** In the order of their numbers, as whoever decides locks them. */
const lockUnanswered = async ({ db, now }: Context): Promise<Unanswered[]> => [
  ...(await db.execute<Unanswered>(sql`
    select r.id::float8 as id, r.household_id as "householdId", p.first_name as child, s.label as slot, o.date
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join persons p on p.id = r.child_id
    where r.awaiting = 'approval' and ${serviceBegins} <= ${now.toISOString()}
    order by r.id limit ${BATCH}
    for update of r skip locked`)),
];

async function tellFamily(ctx: Context, householdId: string, requests: Unanswered[]): Promise<void> {
  const [first] = requests;
  if (!first) return;
  const ids = requests.map(({ id }) => id);
  await recordEvent(ctx, { type: "requests.unanswered", householdId, data: { ids } });
  await tellGuardians(ctx, {
    householdId,
    template: "requests-unanswered",
    payload: {
      places: requests.map(placeInWords),
      url: `${env().appUrl}/reservations?mois=${first.date.slice(0, 7)}`,
    },
    event: `requests-unanswered:${first.id}`,
  });
}
