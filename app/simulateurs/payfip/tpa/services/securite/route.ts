import { env } from "@/lib/core/env";
import { assertDemonstration } from "@/lib/payments/simulator/demonstration";
import { answerRequest } from "@/lib/payments/simulator/payfip/answer-request";
import { writeWsdl } from "@/lib/payments/simulator/payfip/wsdl";
import { readBody, serve } from "@/lib/payments/simulator/serve";

const headers = { "Content-Type": "text/xml;charset=utf-8" };

export async function POST(request: Request): Promise<Response> {
  const xml = await readBody(request);
  const { status, body } = await serve((ctx) => answerRequest(ctx, xml));
  return new Response(body, { status, headers });
}

export async function GET(request: Request): Promise<Response> {
  return serve(async () => {
    assertDemonstration();
    if (!new URL(request.url).searchParams.has("wsdl")) return new Response(null, { status: 405 });
    return new Response(writeWsdl(env().payfipUrl), { headers });
  });
}
