import { monthOf } from "@/lib/core/calendar";
import { asSystem, type Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { dateInWords } from "@/lib/core/format-date";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";
import type { Place } from "../lock-places";

type Told = { closureId: string; reason: string; byHousehold: ReadonlyMap<string, Place[]> };

/** One message per account and closure, however many children and days: plumbing of `closeSlots`. */
export const tellClosure = async (ctx: Context, { closureId, reason, byHousehold }: Told): Promise<void> => {
  const accounts = await listGuardianAccounts(asSystem(ctx, "closures"), [...byHousehold.keys()]);
  const byAccount = new Map<string, { email: string; places: Place[] }>();
  for (const { accountId, email, householdId } of accounts) {
    const known = byAccount.get(accountId)?.places ?? [];
    byAccount.set(accountId, { email, places: [...known, ...(byHousehold.get(householdId) ?? [])] });
  }
  for (const [accountId, { email, places: unordered }] of byAccount) {
    const places = unordered.toSorted((a, b) => a.date.localeCompare(b.date));
    const [first] = places;
    if (!first) continue;
    await notify(ctx, {
      template: "slot-closed",
      recipient: email,
      payload: {
        url: `${env().appUrl}/reservations?mois=${monthOf(first.date)}`,
        reason,
        services: [...new Set(places.map(({ activity, slot }) => `${activity} – ${slot}`))],
        days: [...new Set(places.map(({ date }) => dateInWords(date)))],
      },
      dedupeKey: `closure:${closureId}:${accountId}`,
    });
  }
};
