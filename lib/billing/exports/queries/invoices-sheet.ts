import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import { households, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { remainingDue } from "../../invoices/remaining-due";
import type { Cell, Sheet } from "../rules";
import type { SheetFilter } from "./filter";
import { PAGE, readPages } from "./read-pages";

/** Invoices and credit notes by their day of issue; a credit note counts negative, so that the column adds up. */
export function invoicesSheet(ctx: Context, filter: SheetFilter): Sheet {
  authorize(ctx, "revenue-office:read");
  return {
    columns: [
      { label: "Numéro", kind: "text" },
      { label: "Type", kind: "text" },
      { label: "Émise le", kind: "date" },
      { label: "À payer avant", kind: "date" },
      { label: "Régie", kind: "text" },
      { label: "Famille", kind: "text" },
      { label: "Période du", kind: "date" },
      { label: "Période au", kind: "date" },
      { label: "Total", kind: "cents" },
      { label: "Reste à payer", kind: "cents" },
    ],
    rows: rowsOf(ctx, filter),
  };
}

async function* rowsOf({ db }: Context, { from, to, officeId }: SheetFilter): AsyncGenerator<Cell[]> {
  const read = (last: { issuedOn: string; number: string } | undefined) =>
    db
      .select({
        number: invoices.number,
        kind: invoices.kind,
        issuedOn: invoices.issuedOn,
        dueOn: invoices.dueOn,
        office: revenueOffices.name,
        household: households.name,
        periodFrom: invoices.periodFrom,
        periodTo: invoices.periodTo,
        totalCents: invoices.totalCents,
        dueCents: remainingDue,
      })
      .from(invoices)
      .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
      .innerJoin(households, eq(households.id, invoices.householdId))
      .where(
        and(
          gte(invoices.issuedOn, from),
          lte(invoices.issuedOn, to),
          officeId ? eq(invoices.revenueOfficeId, officeId) : undefined,
          last ? sql`(${invoices.issuedOn}, ${invoices.number}) > (${last.issuedOn}::date, ${last.number})` : undefined,
        ),
      )
      .orderBy(asc(invoices.issuedOn), asc(invoices.number))
      .limit(PAGE);
  type Invoice = Awaited<ReturnType<typeof read>>[number];
  for await (const invoice of readPages<Invoice>(read)) {
    const isCredit = invoice.kind === "credit_note";
    yield [
      invoice.number,
      isCredit ? "Avoir" : "Facture",
      invoice.issuedOn,
      invoice.dueOn,
      invoice.office,
      invoice.household,
      invoice.periodFrom,
      invoice.periodTo,
      isCredit ? -invoice.totalCents : invoice.totalCents,
      invoice.dueCents,
    ];
  }
}
