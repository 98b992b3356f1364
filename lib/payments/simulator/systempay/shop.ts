import type { SystempaySettings } from "../../systempay/shop";

/** The only shop that the local gateway knows. */
export const simulatedShop: SystempaySettings = { siteId: "12345678", mode: "TEST", key: "1122334455667788" };
