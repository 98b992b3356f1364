import { receiveSystempayNotification } from "@/lib/billing/receive-systempay-notification";
import { systemContext } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { readSmallBody } from "@/lib/payments/read-small-body";

/** Systempay calls here. KO with 200 for what a retry will not cure; a fault of ours is a 500, so that it retries. */
export async function POST(request: Request): Promise<Response> {
  const body = await readSmallBody(request);
  if (body === undefined) return new Response("KO-too large", { status: 413 });
  try {
    const verdict = await receiveSystempayNotification(systemContext("gateway:systempay"), body);
    return new Response(verdict.endsWith("mismatch") ? `KO-${verdict}` : `OK-${verdict}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.warn({ gateway: "systempay", code: error.code, details: error.details }, "notification refused");
    return new Response(`KO-${error.code}`);
  }
}
