import { and, asc, eq, gte, lt } from "drizzle-orm";
import { households, type RefundStatus, refundRequests, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Cell, Sheet } from "../rules";
import type { SheetFilter } from "./filter";

const states: Record<RefundStatus, string> = {
  waiting: "En cours d’examen",
  approved: "Accordé",
  executed: "Versé",
  refused: "Refusé",
  withdrawn: "Retiré",
};

/** Refunds by the day they were asked; an IBAN is never exported but by its end. */
export function refundsSheet(ctx: Context, filter: SheetFilter): Sheet {
  authorize(ctx, "revenue-office:read");
  return {
    columns: [
      { label: "Demandé le", kind: "date" },
      { label: "Régie", kind: "text" },
      { label: "Famille", kind: "text" },
      { label: "Motif", kind: "text" },
      { label: "Titulaire", kind: "text" },
      { label: "Fin de l’IBAN", kind: "text" },
      { label: "État", kind: "text" },
      { label: "Versé le", kind: "date" },
      { label: "Montant", kind: "cents" },
    ],
    rows: rowsOf(ctx, filter),
  };
}

async function* rowsOf({ db }: Context, { start, end, officeId }: SheetFilter): AsyncGenerator<Cell[]> {
  const rows = await db
    .select({
      requestedAt: refundRequests.requestedAt,
      office: revenueOffices.name,
      household: households.name,
      reason: refundRequests.reason,
      holder: refundRequests.holder,
      ibanEnd: refundRequests.ibanEnd,
      status: refundRequests.status,
      executedAt: refundRequests.executedAt,
      cents: refundRequests.amountCents,
    })
    .from(refundRequests)
    .innerJoin(revenueOffices, eq(revenueOffices.id, refundRequests.revenueOfficeId))
    .innerJoin(households, eq(households.id, refundRequests.householdId))
    .where(
      and(
        gte(refundRequests.requestedAt, start),
        lt(refundRequests.requestedAt, end),
        officeId ? eq(refundRequests.revenueOfficeId, officeId) : undefined,
      ),
    )
    .orderBy(asc(refundRequests.requestedAt));
  for (const row of rows) {
    yield [
      dateOf(row.requestedAt),
      row.office,
      row.household,
      row.reason,
      row.holder,
      row.ibanEnd,
      states[row.status],
      row.executedAt && dateOf(row.executedAt),
      row.cents,
    ];
  }
}
