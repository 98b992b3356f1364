import { readForm, seeOther, serve } from "@/lib/payments/simulator/serve";
import { payByCard } from "@/lib/payments/simulator/systempay/end-payment";
import { payByCardInput } from "@/lib/payments/simulator/systempay/input";

type Props = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const page = `/simulateurs/systempay/paiement/${id}`;
  const input = payByCardInput.safeParse({ ...(await readForm(request)), id });
  if (!input.success) return seeOther(`${page}?erreur=${input.error.issues[0]?.message}`);

  await serve((ctx) => payByCard(ctx, input.data));
  return seeOther(`${page}/resultat`);
}
