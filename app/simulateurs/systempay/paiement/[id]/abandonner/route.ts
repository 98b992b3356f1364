import { readForm, seeOther, serve } from "@/lib/payments/simulator/serve";
import { abandonPayment } from "@/lib/payments/simulator/systempay/end-payment";
import { abandonInput } from "@/lib/payments/simulator/systempay/input";

type Props = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const input = abandonInput.safeParse({ ...(await readForm(request)), id });
  if (!input.success) return new Response(null, { status: 400 });

  await serve((ctx) => abandonPayment(ctx, input.data));
  return seeOther(`/simulateurs/systempay/paiement/${id}/resultat`);
}
