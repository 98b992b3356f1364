import { faultElements } from "../../payfip/faults";
import { type Operation, requestFields, SERVICE_NAMESPACE } from "../../payfip/service";

const REQUEST = "http://securite.service.tpa.cp.finances.gouv.fr/requete";
const ANSWER = "http://securite.service.tpa.cp.finances.gouv.fr/reponse";

const operations = Object.keys(requestFields) as Operation[];
const answerFields: Record<Operation, string[]> = {
  creerPaiementSecurise: ["idOp"],
  recupererDetailPaiementSecurise: [
    ...["dattrans", "exer", "heurtrans", "idOp", "mel", "montant"],
    ...["numauto", "numcli", "objet", "refdet", "resultrans", "saisie"],
  ],
  recupererDetailClient: ["libelleN1", "libelleN2", "libelleN3", "numcli"],
};

const each = <T>(items: readonly T[], write: (item: T) => string): string => items.map(write).join("\n");
const typeName = (operation: string, suffix: string) => `${operation[0]?.toUpperCase()}${operation.slice(1)}${suffix}`;

const complexType = (name: string, fields: readonly string[]) => `<xs:complexType name="${name}"><xs:sequence>
${each(fields, (field) => `<xs:element name="${field}" type="xs:string" minOccurs="0"/>`)}
</xs:sequence></xs:complexType>`;

const wrapper = (name: string, child: string, type: string) =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence><xs:element name="${child}" type="${type}" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`;

/** The creation's request alone lives in the first schema, as in the real service. */
const requestPrefix = (operation: Operation) => (operation === "creerPaiementSecurise" ? "req" : "rep");
const requestTypes = (prefix: "req" | "rep") =>
  each(
    operations.filter((operation) => requestPrefix(operation) === prefix),
    (operation) => complexType(typeName(operation, "Request"), requestFields[operation]),
  );

const messages = [...operations.flatMap((operation) => [operation, `${operation}Response`]), ...faultElements];

/** The description of the service, in one file where the real one has four. */
export const writeWsdl = (address: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions name="PaiementSecuriseService" targetNamespace="${SERVICE_NAMESPACE}" xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:tns="${SERVICE_NAMESPACE}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
<types>
<xs:schema targetNamespace="${REQUEST}">
${requestTypes("req")}
</xs:schema>
<xs:schema targetNamespace="${ANSWER}">
${requestTypes("rep")}
${each(operations, (operation) => complexType(typeName(operation, "Response"), answerFields[operation]))}
</xs:schema>
<xs:schema targetNamespace="${SERVICE_NAMESPACE}" xmlns:req="${REQUEST}" xmlns:rep="${ANSWER}">
<xs:import namespace="${REQUEST}"/>
<xs:import namespace="${ANSWER}"/>
${each(operations, (operation) => wrapper(operation, "arg0", `${requestPrefix(operation)}:${typeName(operation, "Request")}`))}
${each(operations, (operation) => wrapper(`${operation}Response`, "return", `rep:${typeName(operation, "Response")}`))}
<xs:complexType name="Erreur"><xs:sequence>
${each(["code", "descriptif", "libelle", "message"], (field) => `<xs:element name="${field}" type="xs:string" minOccurs="0"/>`)}
<xs:element name="severite" type="xs:int"/>
</xs:sequence></xs:complexType>
${each(faultElements, (element) => `<xs:element name="${element}" type="tns:Erreur"/>`)}
</xs:schema>
</types>
${each(messages, (name) => `<message name="${name}"><part name="${faultElements.some((element) => element === name) ? "fault" : "parameters"}" element="tns:${name}"/></message>`)}
<portType name="PaiementSecuriseService">
${each(
  operations,
  (name) => `<operation name="${name}"><input message="tns:${name}"/><output message="tns:${name}Response"/>
${each(faultElements, (element) => `<fault name="${element}" message="tns:${element}"/>`)}
</operation>`,
)}
</portType>
<binding name="PaiementSecuriseServicePortBinding" type="tns:PaiementSecuriseService">
<soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>
${each(
  operations,
  (
    name,
  ) => `<operation name="${name}"><soap:operation soapAction=""/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output>
${each(faultElements, (element) => `<fault name="${element}"><soap:fault name="${element}" use="literal"/></fault>`)}
</operation>`,
)}
</binding>
<service name="PaiementSecuriseService"><port name="PaiementSecuriseServicePort" binding="tns:PaiementSecuriseServicePortBinding">
<soap:address location="${address}"/></port></service>
</definitions>
`;
