import { index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, rowId } from "../columns";

/** What the local PayFiP server knows. Only the demonstration mode writes here. */
export const simulatedPayfipPayments = pgTable(
  "simulated_payfip_payments",
  {
    idOp: text().primaryKey(),
    /** Names the payer's page, which the idOp opens only once. */
    payerKey: uuid().notNull().defaultRandom(),
    request: jsonb().$type<Record<string, string>>().notNull(),
    openedAt: instant(),
    resultrans: text(),
    numauto: text(),
    decidedAt: instant(),
    scenario: text(),
    /** The trouble that the next detail call meets, once. */
    nextTrouble: text(),
    createdAt: createdAt(),
  },
  (t) => [unique("simulated_payfip_payments_payer_key_unique").on(t.payerKey)],
);

/** What the local Systempay server knows: the form as posted, then what the gateway adds to it. */
export const simulatedSystempayPayments = pgTable(
  "simulated_systempay_payments",
  {
    id: id(),
    siteId: text().notNull(),
    utcDay: text().notNull(),
    transId: text().notNull(),
    form: jsonb().$type<Record<string, string>>().notNull(),
    result: jsonb().$type<Record<string, string>>(),
    decidedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique("simulated_systempay_payments_trans_unique").on(t.siteId, t.utcDay, t.transId)],
);

/** The journal of the notifications sent, with what was answered; no status means that nothing answered. */
export const simulatedNotices = pgTable(
  "simulated_notices",
  {
    id: rowId(),
    reference: text().notNull(),
    method: text().notNull(),
    url: text().notNull(),
    body: text().notNull(),
    status: integer(),
    answer: text().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [index("simulated_notices_sent_idx").on(t.sentAt)],
);
