/** The shop of a régie, with the key of its mode: a message of the other mode is never read with it. */
export type SystempaySettings = { siteId: string; mode: "TEST" | "PRODUCTION"; key: string };

/** A shop, and the page that its forms are posted to. */
export type SystempayShop = SystempaySettings & { url: string };
