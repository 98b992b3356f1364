import { isDatabaseAnswering } from "@/lib/core/health";

export const dynamic = "force-dynamic";

/** 200 when the portal serves and its database answers, 503 otherwise: for a supervisor or a load balancer. */
export async function GET(): Promise<Response> {
  const database = await isDatabaseAnswering();
  return Response.json(
    { status: database ? "ok" : "unavailable", database },
    { status: database ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
