import { endPayment } from "@/lib/payments/simulator/payfip/end-payment";
import { endPaymentInput } from "@/lib/payments/simulator/payfip/input";
import { readForm, seeOther, serve } from "@/lib/payments/simulator/serve";

type Props = { params: Promise<{ key: string }> };

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { key } = await params;
  const input = endPaymentInput.safeParse({ ...(await readForm(request)), payerKey: key });
  if (!input.success) return new Response(null, { status: 400 });

  await serve((ctx) => endPayment(ctx, input.data));
  return seeOther(`/simulateurs/payfip/paiement/${key}/resultat`);
}
