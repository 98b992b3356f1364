import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { unseal } from "@/lib/core/secrets";
import type { Office } from "../queries";
import type { SystempayShop } from "./shop";

/** How a régie signs for its shop; the key is opened here and nowhere kept. */
export function systempayShopOf({ gatewaySettings, gatewaySecret }: Office): SystempayShop {
  if (!("siteId" in gatewaySettings) || !gatewaySecret) throw new DomainError("gateway_misconfigured");
  return { ...gatewaySettings, key: unseal(gatewaySecret), url: env().systempayUrl };
}
