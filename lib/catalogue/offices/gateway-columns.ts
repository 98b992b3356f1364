import type { PayfipSettings, SystempaySettings } from "@/db/schema";
import { seal } from "@/lib/core/secrets";
import type { RevenueOfficeInput } from "./input";

/** How a régie's gateway is stored: the shop's key is sealed, and never read again but to sign. */
export function gatewayColumns({
  gateway,
  numcli = "",
  saisie = "T",
  siteId = "",
  mode = "TEST",
  key,
}: RevenueOfficeInput) {
  const gatewaySettings: PayfipSettings | SystempaySettings =
    gateway === "payfip" ? { numcli, saisie } : { siteId, mode };
  return { gateway, gatewaySettings, ...(gateway === "systempay" && key && { gatewaySecret: seal(key) }) };
}
