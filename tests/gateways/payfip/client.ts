import type { PayfipClient } from "@/lib/payments/payfip/service";

export const aClient = (overrides: Partial<PayfipClient> = {}): PayfipClient => ({
  numcli: "090909",
  saisie: "T",
  url: "http://127.0.0.1:9/tpa/services/securite",
  payerUrl: "https://www.payfip.gouv.fr/tpa/paiementws.web",
  ...overrides,
});
