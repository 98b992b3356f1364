import { and, eq } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { dayInWords } from "@/lib/core/format-date";

type Asked = { householdId: string; invoiceId: string; invoiceLineId?: number | undefined };

export type Contested = { invoiceId: string; invoiceLineId: number | null; title: string };

/** The invoice of a household that is contested, or one of its lines, in words; undefined when it is not theirs. */
export async function findContested(
  ctx: Context,
  { householdId, invoiceId, invoiceLineId }: Asked,
): Promise<Contested | undefined> {
  authorize(ctx, "contact:read", { householdId });

  const [invoice] = await ctx.db
    .select({ number: invoices.number })
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), eq(invoices.householdId, householdId)));
  if (!invoice) return undefined;
  if (!invoiceLineId) return { invoiceId, invoiceLineId: null, title: `Facture ${invoice.number}` };

  const [line] = await ctx.db
    .select({ date: invoiceLines.date, activity: invoiceLines.activity, slot: invoiceLines.slot })
    .from(invoiceLines)
    .where(and(eq(invoiceLines.id, invoiceLineId), eq(invoiceLines.invoiceId, invoiceId)));
  if (!line) return undefined;
  const title = `Facture ${invoice.number} : ${dayInWords(line.date)}, ${line.activity} · ${line.slot}`;
  return { invoiceId, invoiceLineId, title: title.slice(0, 120) };
}
