import { desc, eq } from "drizzle-orm";
import { simulatedNotices, simulatedPayfipPayments, simulatedSystempayPayments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertDemonstration } from "./demonstration";
import type { Notice } from "./send-notice";

const SHOWN = 20;

/** The last payments of both banks, newest first. */
export async function listSimulatedPayments(ctx: Context) {
  assertDemonstration();
  const [payfip, systempay] = await Promise.all([
    ctx.db.select().from(simulatedPayfipPayments).orderBy(desc(simulatedPayfipPayments.createdAt)).limit(SHOWN),
    ctx.db.select().from(simulatedSystempayPayments).orderBy(desc(simulatedSystempayPayments.createdAt)).limit(SHOWN),
  ]);
  return {
    payfip: payfip.map(({ idOp, request, resultrans, createdAt }) => ({
      id: idOp,
      orderReference: request.refdet ?? "",
      amountCents: Number(request.montant),
      status: resultrans,
      createdAt,
    })),
    systempay: systempay.map(({ id, form, result, createdAt }) => ({
      id,
      orderReference: form.vads_order_id ?? "",
      amountCents: Number(form.vads_amount),
      status: result?.vads_trans_status ?? null,
      createdAt,
    })),
  };
}

/** The last notifications sent, newest first. */
export async function listNotices(ctx: Context) {
  assertDemonstration();
  return ctx.db.select().from(simulatedNotices).orderBy(desc(simulatedNotices.id)).limit(SHOWN);
}

export async function getNotice(ctx: Context, id: number): Promise<Notice> {
  assertDemonstration();
  if (!Number.isSafeInteger(id)) throw new DomainError("not_found");

  const [notice] = await ctx.db.select().from(simulatedNotices).where(eq(simulatedNotices.id, id));
  if (!notice) throw new DomainError("not_found");
  const { reference, method, url, body } = notice;
  return { reference, method: method === "GET" ? "GET" : "POST", url, body };
}
