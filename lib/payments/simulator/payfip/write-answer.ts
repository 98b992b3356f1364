import { create } from "xmlbuilder2";
import type { Fault } from "../../payfip/faults";
import { type Operation, SERVICE_NAMESPACE, SOAP_NAMESPACE } from "../../payfip/service";

/** Body and status of an HTTP answer. */
export type HttpAnswer = { status: number; body: string };

const envelope = (body: object): string =>
  create({ version: "1.0", encoding: "UTF-8" }, { "S:Envelope": { "@xmlns:S": SOAP_NAMESPACE, "S:Body": body } }).end();

export const writeReturn = (operation: Operation, fields: Record<string, string>): HttpAnswer => ({
  status: 200,
  body: envelope({ [`ns2:${operation}Response`]: { "@xmlns:ns2": SERVICE_NAMESPACE, return: fields } }),
});

/** A functional error is of severity 2, a technical one of severity 3; both come with status 500. */
export const writeFault = ({ element, code, label }: Fault): HttpAnswer => ({
  status: 500,
  body: envelope({
    "S:Fault": {
      faultcode: "S:Server",
      faultstring: `fr.gouv.finances.cp.tpa.webservice.exceptions.${element}`,
      detail: {
        [`ns2:${element}`]: {
          "@xmlns:ns2": SERVICE_NAMESPACE,
          code,
          descriptif: {},
          libelle: label,
          severite: element === "FonctionnelleErreur" ? 2 : 3,
        },
      },
    },
  }),
});
