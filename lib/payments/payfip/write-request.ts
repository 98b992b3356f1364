import { create } from "xmlbuilder2";
import { type Operation, type RequestOf, requestFields, SERVICE_NAMESPACE, SOAP_NAMESPACE } from "./service";

/** A SOAP 1.1 request: the wrapper is in the service's namespace, `arg0` and its fields are in none. */
export function writeRequest<O extends Operation>(operation: O, request: RequestOf<O>): string {
  const names: readonly (typeof requestFields)[O][number][] = requestFields[operation];
  const fields = Object.fromEntries(names.map((name) => [name, request[name]]));

  return create(
    { version: "1.0", encoding: "UTF-8" },
    {
      "soapenv:Envelope": {
        "@xmlns:soapenv": SOAP_NAMESPACE,
        "@xmlns:pai": SERVICE_NAMESPACE,
        "soapenv:Header": {},
        "soapenv:Body": { [`pai:${operation}`]: { arg0: fields } },
      },
    },
  ).end();
}
