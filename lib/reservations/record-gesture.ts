import { recordEvent } from "@/lib/audit/record-event";
import { dateOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import type { CellsInput } from "./input";
import { tellGuardians } from "./tell-guardians";

type Gesture = CellsInput & { note?: string };

/** The trace of what is done on a family's calendar, whoever does it. Plumbing: the caller has authorized. */
export const recordGesture = async (
  ctx: Context,
  type: string,
  { householdId, cells, note }: Gesture,
): Promise<void> => {
  await recordEvent(ctx, { type, householdId, data: { cells, ...(note && { note }) } });
  const [first] = cells;
  if (first) await tellOfAssistance(ctx, householdId, first.date);
};

/** What an agent does for a family, at the counter or on the phone, is told to its guardians: once a day and agent. */
export const tellOfAssistance = async (ctx: Context, householdId: string, date: string): Promise<void> => {
  const { actor, now } = ctx;
  if (actor.kind !== "agent") return;
  await tellGuardians(ctx, {
    householdId,
    template: "assisted-change",
    payload: { url: `${env().appUrl}/reservations?mois=${monthOf(date)}` },
    event: `assisted:${householdId}:${actor.accountId}:${dateOf(now)}`,
  });
};
