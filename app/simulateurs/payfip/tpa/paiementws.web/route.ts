import { openPayerPage } from "@/lib/payments/simulator/payfip/open-payer-page";
import { seeOther, serve } from "@/lib/payments/simulator/serve";

export async function GET(request: Request): Promise<Response> {
  const idOp = new URL(request.url).searchParams.get("idop") ?? "";
  const opened = await serve((ctx) => openPayerPage(ctx, idOp));
  return seeOther(
    "code" in opened
      ? `/simulateurs/payfip/refus?code=${opened.code}`
      : `/simulateurs/payfip/paiement/${opened.payerKey}`,
  );
}
