import { readForm, seeOther, serve } from "@/lib/payments/simulator/serve";
import { backOfficeInput } from "@/lib/payments/simulator/systempay/input";
import { runOperation } from "@/lib/payments/simulator/systempay/run-operation";

type Props = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const input = backOfficeInput.safeParse({ ...(await readForm(request)), id });
  if (!input.success) return new Response(null, { status: 400 });

  await serve((ctx) => runOperation(ctx, input.data));
  return seeOther("/simulateurs");
}
