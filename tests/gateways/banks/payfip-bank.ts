import { addMinutes } from "@/lib/core/calendar";
import type { PaymentOrder } from "@/lib/payments/gateway";
import { createPayment } from "@/lib/payments/payfip/create-payment";
import { findOutcome } from "@/lib/payments/payfip/find-outcome";
import { readNotification } from "@/lib/payments/payfip/read-notification";
import { detailOf } from "@/lib/payments/simulator/payfip/detail";
import { readRequest } from "@/lib/payments/simulator/payfip/read-request";
import { codeOfCreation, fault, technicalFault } from "@/lib/payments/simulator/payfip/rules";
import { writeFault, writeReturn } from "@/lib/payments/simulator/payfip/write-answer";
import { aClient } from "../payfip/client";
import { startPeer } from "../peer";
import type { Bank, Story } from "./bank";

const words = { paid: "P", refused: "R", cancelled: "A" } as const;
const troubles: Record<string, () => { status?: number; body?: string } | { drip: string } | "silence"> = {
  "time-out": () => "silence",
  "a 502": () => ({ status: 502, body: "<html><body>Bad Gateway</body></html>" }),
  nonsense: () => ({ body: "nonsense" }),
  "an empty answer": () => ({ body: "" }),
  "a document type": () => ({ body: `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>` }),
  "an empty return": () => writeReturn("recupererDetailPaiementSecurise", {}),
  "fault 999": () => writeFault(technicalFault),
  "an answer cut short": () => {
    const { body = "" } = writeReturn("recupererDetailPaiementSecurise", { resultrans: "P", montant: "1240" });
    return { body: body.slice(0, -40) };
  },
  "an answer that drips": () => ({ drip: " " }),
  "an answer that never ends": () => ({ drip: " ".repeat(40_000) }),
  "a redirect": () => ({ status: 302, body: "" }),
};
export const payfipTroubles = Object.keys(troubles);

/** PayFiP: its notification carries an idOp only, so whatever it says, we ask the service. */
export async function payfipBank(): Promise<Bank> {
  const requests = new Map<string, Record<string, string>>();
  let story: Story = { end: "unfinished" };
  let order: PaymentOrder | undefined;

  const service = await startPeer(({ body }) => {
    if (story.trouble) return troubles[story.trouble]?.() ?? "silence";
    const request = readRequest(body);
    if (request?.operation === "creerPaiementSecurise") return create(request.fields);
    return detail(request?.fields.idOp ?? "");
  });

  function create(fields: Record<string, string>) {
    const code = codeOfCreation(fields, "http://localhost:3000");
    if (code) return writeFault(fault(code));
    const idOp = crypto.randomUUID();
    requests.set(idOp, fields);
    return writeReturn("creerPaiementSecurise", { idOp });
  }

  function detail(idOp: string) {
    const request = requests.get(idOp);
    if (!request) return writeFault(fault("P1"));
    if (story.end === "unfinished") return writeFault(fault("P5"));
    const montant = String(story.amountCents ?? request.montant);
    const decided = { idOp, request: { ...request, montant }, numauto: "A55A01", scenario: null };
    const decidedAt = new Date("2026-09-09T08:01:00Z");
    return writeReturn(
      "recupererDetailPaiementSecurise",
      detailOf({ ...decided, decidedAt, resultrans: words[story.end] }),
    );
  }

  const client = aClient({ url: service.url, timeoutMs: 300 });
  return {
    async open(asked) {
      order = asked;
      const { reference } = await createPayment(client, asked);
      return { reference, amountCents: Number(requests.get(reference)?.montant) };
    },
    async hear(reference, told) {
      story = told;
      const idOp = told.unknown ? "0000-unknown" : reference;
      const named = readNotification(told.forged ? `resultrans=P&montant=1240&idop=${idOp}` : `idop=${idOp}`, "");
      if (!order) throw new Error("open a payment first");
      const now = addMinutes(order.now, told.minutesLater ?? 2);
      return findOutcome(client, named, { orderReference: order.orderReference, createdAt: order.now, now });
    },
    stop: service.stop,
  };
}
