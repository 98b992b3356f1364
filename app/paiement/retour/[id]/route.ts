import { checkPayment } from "@/lib/billing/check-payment";
import { systemContext } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";

type Params = { params: Promise<{ id: string }> };

/**
 * The payer comes back, by GET or by a cross-site POST that carries no session: the bank is asked (what the browser
 * brings is never trusted), then the page that shows the truth is fetched with the session.
 */
async function comeBack(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  if (/^[0-9a-f-]{36}$/.test(id)) {
    await checkPayment(systemContext("return"), id).catch((error: unknown) => {
      log.warn({ err: error, paymentId: id }, "payment not checked on return");
    });
  }
  return Response.redirect(`${env().appUrl}/paiement/${encodeURIComponent(id)}`, 303);
}

export { comeBack as GET, comeBack as POST };
