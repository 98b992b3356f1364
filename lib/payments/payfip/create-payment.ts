import { dateOf } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";
import type { PaymentOrder, PaymentRedirect } from "../gateway";
import { callService } from "./call-service";
import { cleanObjet } from "./clean-objet";
import { expectReturn } from "./expect-return";
import { assertAccepted } from "./fields";
import { isIdOp } from "./read-notification";
import type { PayfipClient, RequestOf } from "./service";

/** Asks for an idOp: good for one redirect within 15 minutes. An idOp that nobody was sent to costs nothing. */
export async function createPayment(client: PayfipClient, order: PaymentOrder): Promise<PaymentRedirect> {
  const creation = creationOf(client, order);
  assertAccepted(creation);

  const { idOp = "" } = expectReturn(await callService(client, "creerPaiementSecurise", creation));
  if (!isIdOp(idOp)) throw new DomainError("gateway_unavailable", { reason: "no_id_op" });
  return toPayerPage(client, idOp);
}

function creationOf({ numcli, saisie }: PayfipClient, order: PaymentOrder): RequestOf<"creerPaiementSecurise"> {
  return {
    exer: dateOf(order.now).slice(0, 4),
    mel: order.payerEmail.trim(),
    montant: String(order.amountCents),
    numcli,
    objet: cleanObjet(order.subject) || order.orderReference,
    refdet: order.orderReference,
    saisie,
    urlnotif: order.notificationUrl,
    urlredirect: order.returnUrl,
  };
}

/** Where an idOp is paid; opened a second time, the bank refuses it. */
export function toPayerPage({ payerUrl }: PayfipClient, idOp: string): PaymentRedirect {
  const page = new URL(payerUrl);
  page.searchParams.set("idop", idOp);
  return { reference: idOp, url: page.href };
}
