import { and, desc, eq, ilike, sql } from "drizzle-orm";
import { households, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { remainingDue } from "../remaining-due";

export const PAGE_SIZE = 50;
export type InvoiceFilter = "toutes" | "dues" | "retard" | "avoirs";

/**
 * Every invoice and credit note, by a piece of its number or of the family's name, the newest first. `sumCents`: what all
 * those found add up to, where a sum means something: what is still due of invoices, what credit notes gave back.
 */
export async function searchInvoices(
  ctx: Context,
  { text, filter, page }: { text: string; filter: InvoiceFilter; page: number },
) {
  authorize(ctx, "invoices:read");

  const like = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const filters = {
    toutes: undefined,
    dues: sql`${remainingDue} > 0`,
    retard: sql`${remainingDue} > 0 and ${invoices.dueOn} < ${dateOf(ctx.now)}`,
    avoirs: eq(invoices.kind, "credit_note"),
  };
  const summed = { toutes: null, dues: remainingDue, retard: remainingDue, avoirs: invoices.totalCents }[filter];
  const rows = await ctx.db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      householdId: invoices.householdId,
      household: households.name,
      office: revenueOffices.name,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      totalCents: invoices.totalCents,
      dueCents: remainingDue,
      found: sql<number>`count(*) over ()::int`,
      sumCents: sql<number | null>`(sum(${summed}::int) over ())::float8`,
    })
    .from(invoices)
    .innerJoin(households, eq(households.id, invoices.householdId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
    .where(
      and(
        text === "" ? undefined : sql`(${ilike(invoices.number, like)} or ${ilike(households.name, like)})`,
        filters[filter],
      ),
    )
    .orderBy(desc(invoices.issuedAt), desc(invoices.number))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    found: rows[0]?.found ?? 0,
    sumCents: rows[0]?.sumCents ?? null,
    invoices: rows.map(({ found: _, sumCents: __, ...row }) => row),
  };
}

const HOUSEHOLD_INVOICES = 24;

/** The last invoices and credit notes of a household, for its page. */
export async function listHouseholdInvoices(ctx: Context, householdId: string) {
  authorize(ctx, "invoices:read", { householdId });

  return ctx.db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      totalCents: invoices.totalCents,
      dueCents: remainingDue,
    })
    .from(invoices)
    .where(eq(invoices.householdId, householdId))
    .orderBy(desc(invoices.issuedAt), desc(invoices.number))
    .limit(HOUSEHOLD_INVOICES);
}
