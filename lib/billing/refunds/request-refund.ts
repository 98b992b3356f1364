import { eq } from "drizzle-orm";
import { electronicFormatIBAN } from "ibantools";
import { refundRequests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { parseEuros } from "@/lib/core/money";
import { seal } from "@/lib/core/secrets";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import type { RequestRefundInput } from "./input";

/**
 * Asks credit back, for the family or by an agent in its name (handbook §5.4). The money is set aside at once, so that the
 * cart cannot spend it as well: refuses with `amount_over_credit` beyond what the account holds. The IBAN is sealed.
 */
export async function requestRefund(ctx: Context, input: RequestRefundInput): Promise<void> {
  const { requestId, householdId, revenueOfficeId, amount, reason, holder, iban } = input;
  authorize(ctx, "refunds:request", { householdId });
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const amountCents = parseEuros(amount) ?? 0;
  const account = electronicFormatIBAN(iban) ?? "";

  await inTransaction(ctx, async (ctx) => {
    const [household] = await lockHousehold(ctx, householdId);
    if (!household) throw new DomainError("not_found");
    if (await isKnown(ctx, requestId, householdId)) return;
    const balanceCents = await getBalance(asSystem(ctx, "refunds"), { householdId, revenueOfficeId });
    if (amountCents > balanceCents) {
      throw new DomainError("amount_over_credit", {
        fields: { amount: ["Cette somme dépasse le crédit disponible sur le compte."] },
      });
    }

    await ctx.db.insert(refundRequests).values({
      id: requestId,
      householdId,
      revenueOfficeId,
      amountCents,
      reason,
      holder,
      iban: seal(account, requestId),
      ibanEnd: account.slice(-4),
      requestedBy: actor.accountId,
      requestedAt: ctx.now,
    });
    await postEntries(asSystem(ctx, "refunds"), {
      kind: "refund",
      reference: `refund:${requestId}:requested`,
      label: "Remboursement demandé",
      householdId,
      revenueOfficeId,
      debit: "household",
      credit: "refunds_due",
      amountCents,
    });
    await recordEvent(ctx, { type: "refund.requested", subjectId: requestId, householdId, data: { amountCents } });
  });
}

/** Sent twice by the same form; an id that is someone else's request is nobody's business. */
async function isKnown({ db }: Context, requestId: string, householdId: string): Promise<boolean> {
  const [known] = await db
    .select({ householdId: refundRequests.householdId })
    .from(refundRequests)
    .where(eq(refundRequests.id, requestId));
  if (known && known.householdId !== householdId) throw new DomainError("not_found");
  return known !== undefined;
}
