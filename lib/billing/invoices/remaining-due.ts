import { type SQL, sql } from "drizzle-orm";

/**
 * What is still due of an invoice, in cents: its total less its allocations. The one expression behind every "reste à
 * payer"; nothing is due of a credit note. An invariant proves that it sums to the ledger's `receivable` accounts. The
 * names are written out, because drizzle leaves the table away where a query has only one.
 */
export const remainingDue: SQL<number> = sql<number>`case when invoices.kind = 'invoice' then invoices.total_cents - coalesce((
  select sum(paid.amount_cents) from invoice_allocations paid where paid.invoice_id = invoices.id
), 0)::int else 0 end`;
