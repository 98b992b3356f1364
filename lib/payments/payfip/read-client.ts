import { DomainError } from "@/lib/core/errors";
import { callService } from "./call-service";
import { expectReturn } from "./expect-return";
import type { PayfipClient } from "./service";

/** The lines under which PayFiP knows a client number: the connection check of the administration screen. */
export async function readClient(client: PayfipClient): Promise<string[]> {
  const answer = await callService(client, "recupererDetailClient", { numCli: client.numcli });
  const { numcli, libelleN1, libelleN2, libelleN3 } = expectReturn(answer);
  if (numcli !== client.numcli)
    throw new DomainError("gateway_misconfigured", { expected: client.numcli, echoed: numcli });
  return [libelleN1, libelleN2, libelleN3].filter((line): line is string => Boolean(line));
}
