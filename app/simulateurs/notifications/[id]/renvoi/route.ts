import { getNotice } from "@/lib/payments/simulator/queries";
import { sendNotice } from "@/lib/payments/simulator/send-notice";
import { seeOther, serve } from "@/lib/payments/simulator/serve";

type Props = { params: Promise<{ id: string }> };

export async function POST(_request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  await serve(async (ctx) => sendNotice(ctx, await getNotice(ctx, Number(id))));
  return seeOther("/simulateurs#notifications");
}
