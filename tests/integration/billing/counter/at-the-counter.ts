import { randomUUID } from "node:crypto";
import type { CollectInput } from "@/lib/billing/counter/input";
import type { Context } from "@/lib/core/context";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { anInvoice } from "../invoices/bills";

/** A family that owes an invoice of 10,50 €, and the régisseur at the counter. */
export async function aFamilyAtTheCounter(ctx: Context) {
  const bill = await anInvoice(ctx);
  const { agent, id: agentId } = await aMemberOfStaff(ctx, "revenue_officer");
  const paying = (values: Partial<CollectInput> = {}): CollectInput => ({
    submissionKey: randomUUID(),
    ...bill.account,
    means: "cash",
    amount: "10,50",
    tickets: [],
    invoiceIds: [bill.invoice.id],
    ...values,
  });
  return { ...bill, agent, agentId, paying };
}
