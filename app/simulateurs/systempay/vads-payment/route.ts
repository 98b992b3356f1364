import { readBody, seeOther, serve } from "@/lib/payments/simulator/serve";
import { receiveForm } from "@/lib/payments/simulator/systempay/receive-form";

export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request);
  const received = await serve((ctx) => receiveForm(ctx, body));
  return seeOther(
    "wrongField" in received
      ? `/simulateurs/systempay/refus?champ=${received.wrongField}`
      : `/simulateurs/systempay/paiement/${received.id}`,
  );
}
