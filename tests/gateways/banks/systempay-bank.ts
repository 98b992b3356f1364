import { addMinutes } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";
import type { PaymentOrder, PaymentOutcome } from "@/lib/payments/gateway";
import { findTestCard } from "@/lib/payments/simulator/systempay/cards";
import { wrongFieldOf } from "@/lib/payments/simulator/systempay/check-form";
import { notificationBody } from "@/lib/payments/simulator/systempay/messages";
import { resultOf } from "@/lib/payments/simulator/systempay/result";
import { simulatedShop } from "@/lib/payments/simulator/systempay/shop";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { readMessage } from "@/lib/payments/systempay/read-message";
import { startPeer } from "../peer";
import type { Bank, Story } from "./bank";

const cards = { paid: "4970100000000000", refused: "4970100000000098" } as const;
const troubles: Record<string, (body: string) => string> = {
  "an empty message": () => "",
  nonsense: () => "nonsense",
  "a document type": () => "<!DOCTYPE a><a/>",
  "half a message": (body) => body.slice(0, body.length / 2),
};
export const systempayTroubles = Object.keys(troubles);

/** Systempay: the bank posts a signed message to us; here a real server receives it with the adapter. */
export async function systempayBank(): Promise<Bank> {
  const shop = { ...simulatedShop, url: "http://localhost:3000/simulateurs/systempay/vads-payment" };
  const forms = new Map<string, Record<string, string>>();
  let order: PaymentOrder | undefined;
  let learnt: PaymentOutcome | null = null;

  const portal = await startPeer(({ body }) => {
    learnt = null;
    try {
      const message = readMessage(shop, body);
      if (message.kind === "payment") learnt = message.outcome;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    return { body: learnt ? "OK" : "KO" };
  });

  function bodyOf(reference: string, { end, amountCents, minutesLater = 2, forged, unknown, trouble }: Story): string {
    const form = { ...forms.get(reference), ...(unknown && { vads_trans_id: "000999" }) };
    const card = findTestCard(cards[end === "refused" ? "refused" : "paid"]);
    if (!card || !order) throw new Error("open a payment first");
    const ending =
      end === "cancelled" ? "abandoned" : { card, month: "6", year: "2030", toValidate: end === "unfinished" };
    const clock = { now: addMinutes(order.now, minutesLater), uuid: "4f2c0d8f-6a7b-4b1c-9d3e-5f60718293a4" };
    const paid = { ...form, ...(amountCents !== undefined && { vads_amount: String(amountCents) }) };

    const body = notificationBody({ form: paid, result: resultOf(paid, ending, clock) }, "PAY");
    if (trouble) return troubles[trouble]?.(body) ?? "";
    return forged ? body.replace(/vads_trans_status=\w+/, "vads_trans_status=AUTHORISED") : body;
  }

  return {
    async open(asked) {
      order = asked;
      const { reference, fields = {} } = openPayment(shop, { ...asked, transId: "000123" });
      const wrongField = wrongFieldOf(fields, { origin: "http://localhost:3000", now: asked.now });
      if (wrongField) throw new Error(`the gateway refuses field ${wrongField}`);
      const { signature: _, ...form } = fields;
      forms.set(reference, form);
      return { reference, amountCents: Number(form.vads_amount) };
    },
    async hear(reference, story) {
      const body = bodyOf(reference, story);
      await fetch(portal.url, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body,
      });
      return learnt;
    },
    stop: portal.stop,
  };
}
