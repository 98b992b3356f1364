import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { simulatedPayfipPayments as payments } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { assertDemonstration } from "../demonstration";
import { detailOf } from "./detail";
import { readRequest } from "./read-request";
import { codeOfCreation, fault, isPurged, protocolFault, technicalFault } from "./rules";
import { type HttpAnswer, writeFault, writeReturn } from "./write-answer";

type Fields = Record<string, string>;

/** The local PayFiP service: one SOAP request, one answer. */
export async function answerRequest(ctx: Context, xml: string): Promise<HttpAnswer> {
  assertDemonstration();
  const request = readRequest(xml);
  switch (request?.operation) {
    case "creerPaiementSecurise":
      return create(ctx, request.fields);
    case "recupererDetailPaiementSecurise":
      return detail(ctx, request.fields);
    case "recupererDetailClient":
      return client(request.fields);
    default:
      return writeFault(protocolFault);
  }
}

async function create(ctx: Context, fields: Fields): Promise<HttpAnswer> {
  const code = codeOfCreation(fields, new URL(env().appUrl).origin);
  if (code) return writeFault(fault(code));

  const idOp = crypto.randomUUID();
  await ctx.db.insert(payments).values({ idOp, request: fields, createdAt: ctx.now });
  return writeReturn("creerPaiementSecurise", { idOp });
}

async function detail(ctx: Context, { idOp = "" }: Fields): Promise<HttpAnswer> {
  const payment = await takeTrouble(ctx, idOp);
  if (payment?.nextTrouble) return meetTrouble(payment.nextTrouble);
  if (!payment || isPurged(payment, ctx.now)) return writeFault(fault("P1"));

  const { resultrans, decidedAt } = payment;
  if (!resultrans || !decidedAt) return writeFault(fault("P5"));
  return writeReturn("recupererDetailPaiementSecurise", detailOf({ ...payment, resultrans, decidedAt }));
}

/** Reads a payment and the trouble that waits for this call, which no later call will meet. */
async function takeTrouble(ctx: Context, idOp: string) {
  return inTransaction(ctx, async (ctx) => {
    const [payment] = await ctx.db.select().from(payments).where(eq(payments.idOp, idOp)).for("update");
    if (payment?.nextTrouble) await ctx.db.update(payments).set({ nextTrouble: null }).where(eq(payments.idOp, idOp));
    return payment;
  });
}

async function meetTrouble(trouble: string): Promise<HttpAnswer> {
  if (trouble === "trouble_999") return writeFault(technicalFault);
  if (trouble === "trouble_timeout") await wait(20_000);
  return { status: 502, body: "<html><body>Bad Gateway</body></html>" };
}

function client({ numCli = "" }: Fields): HttpAnswer {
  if (!/^\d{6}$/.test(numCli)) return writeFault(fault("T1"));
  const lines = { libelleN1: "COMMUNE DE DEMONSTRATION", libelleN2: "REGIE PERISCOLAIRE", libelleN3: "" };
  return writeReturn("recupererDetailClient", { ...lines, numcli: numCli });
}
