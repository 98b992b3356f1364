import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { meansInWords } from "@/lib/payments/rules";
import type { Cell, Sheet } from "../rules";
import type { SheetFilter } from "./filter";
import { PAGE, readPages } from "./read-pages";

type Movement = {
  at: string;
  key: string;
  nature: "payment" | "cancellation" | "refund";
  office: string;
  household: string;
  means: keyof typeof meansInWords | null;
  gateway: string | null;
  receipt: string | null;
  reference: string;
  bankReference: string | null;
  subject: string;
  cents: number;
};

const natures = { payment: "Encaissement", cancellation: "Quittance annulée", refund: "Remboursement" };

/** Everything that went through the bank or the drawer: what came in, what was withdrawn, what was paid back. */
export function paymentsSheet(ctx: Context, filter: SheetFilter): Sheet {
  authorize(ctx, "revenue-office:read");
  return {
    columns: [
      { label: "Date", kind: "date" },
      { label: "Heure", kind: "time" },
      { label: "Régie", kind: "text" },
      { label: "Famille", kind: "text" },
      { label: "Nature", kind: "text" },
      { label: "Moyen", kind: "text" },
      { label: "Passerelle", kind: "text" },
      { label: "Reçu", kind: "text" },
      { label: "Référence", kind: "text" },
      { label: "Référence bancaire", kind: "text" },
      { label: "Objet", kind: "text" },
      { label: "Montant", kind: "cents" },
    ],
    rows: rowsOf(ctx, filter),
  };
}

async function* rowsOf(ctx: Context, { start, end, officeId }: SheetFilter): AsyncGenerator<Cell[]> {
  const [from, to] = [start.toISOString(), end.toISOString()];
  const office = officeId ? sql`and p.revenue_office_id = ${officeId}` : sql``;
  const read = (last: Movement | undefined) =>
    ctx.db.execute<Movement>(sql`
      select m.at::text, m.key, m.nature, o.name as office, h.name as household, m.means, m.gateway, m.receipt,
        m.reference, m.bank_reference as "bankReference", m.subject, m.cents
      from (
        select p.settled_at as at, 'p' || p.id as key, 'payment' as nature, p.household_id, p.revenue_office_id,
          p.means::text, p.gateway::text, r.number as receipt, p.order_reference as reference, p.bank_reference,
          p.subject, p.amount_cents as cents
        from payments p left join receipts r on r.payment_id = p.id
        where p.status = 'paid' and p.settled_at >= ${from}::timestamptz and p.settled_at < ${to}::timestamptz ${office}
        union all
        select c.cancelled_at, 'c' || p.id, 'cancellation', p.household_id, p.revenue_office_id, p.means::text, null,
          r.number, p.order_reference, null, c.reason, -p.amount_cents
        from payment_cancellations c join payments p on p.id = c.payment_id left join receipts r on r.payment_id = p.id
        where c.cancelled_at >= ${from}::timestamptz and c.cancelled_at < ${to}::timestamptz ${office}
        union all
        select p.executed_at, 'r' || p.id, 'refund', p.household_id, p.revenue_office_id, 'transfer', null, null,
          'compte se terminant par ' || p.iban_end, null, p.reason, -p.amount_cents
        from refund_requests p
        where p.executed_at >= ${from}::timestamptz and p.executed_at < ${to}::timestamptz ${office}
      ) m
      join revenue_offices o on o.id = m.revenue_office_id
      join households h on h.id = m.household_id
      ${last ? sql`where (m.at, m.key) > (${last.at}::timestamptz, ${last.key})` : sql``}
      order by m.at, m.key limit ${PAGE}`);
  for await (const row of readPages<Movement>(async (last) => [...(await read(last))])) {
    const at = new Date(row.at);
    yield [
      dateOf(at),
      at,
      row.office,
      row.household,
      natures[row.nature],
      row.means && meansInWords[row.means],
      row.gateway,
      row.receipt,
      row.reference,
      row.bankReference,
      row.subject,
      row.cents,
    ];
  }
}
