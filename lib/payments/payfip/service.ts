/** The client number and mode that the DGFiP gave to a régie: T is a test, X an activation, W production. */
export type PayfipSettings = { numcli: string; saisie: "T" | "X" | "W" };

/** Who calls, and where: neither address is read from the WSDL, so that both can be replaced. */
export type PayfipClient = PayfipSettings & { url: string; payerUrl: string; timeoutMs?: number };

export const SOAP_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
export const SERVICE_NAMESPACE =
  "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService";

/** The fields of each request in the order of the service's schema, which refuses any other. */
export const requestFields = {
  creerPaiementSecurise: ["exer", "mel", "montant", "numcli", "objet", "refdet", "saisie", "urlnotif", "urlredirect"],
  recupererDetailPaiementSecurise: ["idOp"],
  recupererDetailClient: ["numCli"],
} as const;

export type Operation = keyof typeof requestFields;
export type RequestOf<O extends Operation> = Record<(typeof requestFields)[O][number], string>;
