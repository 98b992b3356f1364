import { and, eq, inArray, isNull, max } from "drizzle-orm";
import { type ClosingTotals, dayClosings, paymentCancellations, payments, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { parseEuros } from "@/lib/core/money";
import type { CloseDayInput } from "./input";

/**
 * Closes what a régie took at its counter since the last time: totals per means are frozen, and what is in them can no
 * longer be withdrawn. A drawer that does not hold what was recorded wants a note. Returns the closing's id.
 */
export async function closeDay(ctx: Context, { revenueOfficeId, countedCash, note }: CloseDayInput): Promise<string> {
  authorize(ctx, "payments:collect");
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const countedCashCents = parseEuros(countedCash) ?? 0;

  return inTransaction(ctx, async (ctx) => {
    const [office] = await ctx.db
      .select({ id: revenueOffices.id })
      .from(revenueOffices)
      .where(eq(revenueOffices.id, revenueOfficeId))
      .for("no key update");
    if (!office) throw new DomainError("not_found");

    const taken = await ctx.db
      .select({ id: payments.id, means: payments.means, cents: payments.amountCents })
      .from(payments)
      .where(
        and(eq(payments.revenueOfficeId, revenueOfficeId), isNull(payments.gateway), isNull(payments.dayClosingId)),
      )
      .for("update");
    if (taken.length === 0) throw new DomainError("nothing_to_close");
    const ids = taken.map(({ id }) => id);
    const cancelled = await ctx.db
      .select({ id: paymentCancellations.paymentId })
      .from(paymentCancellations)
      .where(inArray(paymentCancellations.paymentId, ids));
    const totals = totalsOf(taken.filter(({ id }) => !cancelled.some((row) => row.id === id)));
    const cashCents = totals.find(({ means }) => means === "cash")?.cents ?? 0;
    if (cashCents !== countedCashCents && !note) {
      throw new DomainError("invalid_input", {
        fields: { note: ["La caisse ne contient pas ce qui a été enregistré : expliquez l’écart."] },
      });
    }

    const [last] = await ctx.db
      .select({ number: max(dayClosings.number) })
      .from(dayClosings)
      .where(eq(dayClosings.revenueOfficeId, revenueOfficeId));
    const number = (last?.number ?? 0) + 1;
    const [closing] = await ctx.db
      .insert(dayClosings)
      .values({
        revenueOfficeId,
        number,
        totals,
        cashCents,
        countedCashCents,
        note: note || null,
        closedBy: actor.accountId,
        closedAt: ctx.now,
      })
      .returning({ id: dayClosings.id });
    if (!closing) throw new Error("no closing was written");
    await ctx.db.update(payments).set({ dayClosingId: closing.id }).where(inArray(payments.id, ids));
    await recordEvent(ctx, { type: "day.closed", subjectId: closing.id, data: { number, totals } });
    return closing.id;
  });
}

function totalsOf(taken: { means: ClosingTotals[number]["means"] | null; cents: number }[]): ClosingTotals {
  const totals = new Map<ClosingTotals[number]["means"], { count: number; cents: number }>();
  for (const { means, cents } of taken) {
    if (!means) continue;
    const known = totals.get(means) ?? { count: 0, cents: 0 };
    totals.set(means, { count: known.count + 1, cents: known.cents + cents });
  }
  return [...totals].map(([means, total]) => ({ means, ...total }));
}
