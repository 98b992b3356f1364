import { instantOf } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";
import type { PaymentOutcome } from "../gateway";
import { callService } from "./call-service";
import { type Fault, isTechnical, refusalOf } from "./faults";
import { meansOf, statusOf } from "./rules";
import type { PayfipClient } from "./service";

type Asked = { orderReference: string; createdAt: Date; now: Date };

/** What the service knows of a payment: a read, free to repeat. Null is technical trouble: keep the state, ask again. */
export async function findOutcome(client: PayfipClient, idOp: string, asked: Asked): Promise<PaymentOutcome | null> {
  const answer = await callService(client, "recupererDetailPaiementSecurise", { idOp });
  if (answer.kind === "trouble") return null;
  if (answer.kind === "fault") return outcomeOfFault(answer.fault, idOp, asked);

  assertSamePayment(answer.fields, {
    idOp,
    refdet: asked.orderReference,
    numcli: client.numcli,
    saisie: client.saisie,
  });
  return outcomeOfDetail(answer.fields, idOp, asked);
}

function outcomeOfFault(fault: Fault, idOp: string, asked: Asked): PaymentOutcome | null {
  if (isTechnical(fault)) return null;
  const status = statusOf(fault.code, asked);
  if (!status) throw new DomainError(refusalOf(fault), fault);
  return { reference: idOp, status, amountCents: null, raw: { code: fault.code, libelle: fault.label } };
}

function outcomeOfDetail(detail: Record<string, string>, idOp: string, asked: Asked): PaymentOutcome {
  const { resultrans = "", montant = "", numauto, refdet } = detail;
  const status = statusOf(resultrans, asked);
  return {
    reference: idOp,
    status: status ?? "pending",
    amountCents: /^\d+$/.test(montant) ? Number(montant) : null,
    orderReference: refdet,
    means: meansOf(resultrans),
    bankReference: numauto || undefined,
    occurredAt: occurredAt(detail),
    alert: status === undefined,
    raw: detail,
  };
}

/** Every echo must be what was sent, `exer` apart: the service truncates it at times. */
function assertSamePayment(detail: Record<string, string>, sent: Record<string, string>): void {
  for (const [field, expected] of Object.entries(sent)) {
    if (detail[field] !== expected)
      throw new DomainError("payment_mismatch", { field, expected, echoed: detail[field] });
  }
}

/** `dattrans` JJMMAAAA and `heurtrans` HHMM, in French legal time; a date that makes no sense must not hide a result. */
function occurredAt({ dattrans = "", heurtrans = "" }: Record<string, string>): Date | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(dattrans) ?? [];
  const [, hours, minutes] = /^(\d{2})(\d{2})$/.exec(heurtrans) ?? [];
  try {
    return instantOf(`${year}-${month}-${day}`, `${hours}:${minutes}`);
  } catch {
    return undefined;
  }
}
