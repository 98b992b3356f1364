import { receivePayfipNotification } from "@/lib/billing/receive-payfip-notification";
import { systemContext } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { readSmallBody } from "@/lib/payments/read-small-body";

/** PayFiP calls here: without session, by POST or GET, with an idop and nothing else that counts. */
async function receive(request: Request): Promise<Response> {
  const body = await readSmallBody(request);
  if (body === undefined) return new Response("KO", { status: 413 });
  try {
    await receivePayfipNotification(systemContext("gateway:payfip"), body, new URL(request.url).search);
    return new Response("OK");
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.warn({ gateway: "payfip", code: error.code, details: error.details }, "notification refused");
    return new Response("KO", { status: error.code === "invalid_notification" ? 400 : 200 });
  }
}

export { receive as GET, receive as POST };
