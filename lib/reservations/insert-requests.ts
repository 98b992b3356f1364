import { sql } from "drizzle-orm";
import type { Awaiting, PricingTrace, ReservationStatus } from "@/db/schema";
import type { Context } from "@/lib/core/context";

export type NewRequest = {
  childId: string;
  occurrenceId: number;
  status: ReservationStatus;
  awaiting: Awaiting | null;
  holdExpiresAt: Date | null;
  priceCents: number;
  pricing: PricingTrace;
  isLate?: boolean;
};

type Change = { reason?: string; note?: string; patternId?: string };

/** Reservations and their first change in one statement: wanted slots are locked for little more than the commit. */
export function insertRequests(
  { db, actor, now }: Context,
  householdId: string,
  requests: NewRequest[],
  { reason, note, patternId }: Change = {},
) {
  const accountId = "accountId" in actor ? actor.accountId : null;
  return db.execute(sql`
    with added as (
      insert into reservations (
        household_id, child_id, occurrence_id, status, awaiting, hold_expires_at, price_cents, pricing, is_late,
        requested_at, requested_by, pattern_id
      )
      select ${householdId}::uuid, "childId", "occurrenceId", status, awaiting, "holdExpiresAt", "priceCents", pricing,
        coalesce("isLate", false), ${now.toISOString()}::timestamptz, ${accountId}::uuid, ${patternId ?? null}::uuid
      from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as request (
        "childId" uuid, "occurrenceId" bigint, status reservation_status, awaiting awaiting,
        "holdExpiresAt" timestamptz, "priceCents" int, pricing jsonb, "isLate" boolean
      )
      returning id, status
    )
    insert into reservation_changes (reservation_id, status, reason, note, actor_kind, account_id, at)
    select id, status, ${reason ?? null}::text, ${note ?? null}::text, ${actor.kind}, ${accountId}::uuid,
      ${now.toISOString()}::timestamptz
    from added`);
}
