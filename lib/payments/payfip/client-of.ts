import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import type { Office } from "../queries";
import type { PayfipClient } from "./service";

/** How a régie calls PayFiP: its client number and mode, and the addresses of the service. */
export function payfipClientOf({ gatewaySettings }: Pick<Office, "gatewaySettings">): PayfipClient {
  if (!("numcli" in gatewaySettings)) throw new DomainError("gateway_misconfigured");
  return { ...gatewaySettings, url: env().payfipUrl, payerUrl: env().payfipPayerUrl };
}
