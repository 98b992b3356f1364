import { XMLParser } from "fast-xml-parser";
import { type Operation, requestFields, SERVICE_NAMESPACE, SOAP_NAMESPACE } from "../../payfip/service";

export type SoapRequest = { operation: Operation; fields: Record<string, string> };
type Element = { name: string; namespace: string; children: Element[]; text: string };

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: true });
const operations = Object.keys(requestFields) as Operation[];

/**
 * Reads a request as the real service does: namespaces count, and so does the order of the fields; a field it does not
 * know (`idop`) is skipped. Undefined is a protocol error.
 */
export function readRequest(xml: string): SoapRequest | undefined {
  const [envelope] = parse(xml);
  if (envelope?.name !== "Envelope" || envelope.namespace !== SOAP_NAMESPACE) return undefined;
  const body = envelope.children.find(({ name, namespace }) => name === "Body" && namespace === SOAP_NAMESPACE);

  const wrapper = body?.children[0];
  const operation = operations.find((known) => known === wrapper?.name);
  const argument = wrapper?.children[0];
  if (!operation || wrapper?.namespace !== SERVICE_NAMESPACE || !isPlain(argument, "arg0")) return undefined;

  const fields = readFields(argument.children, requestFields[operation]);
  return fields && { operation, fields };
}

const isPlain = (element: Element | undefined, name: string): element is Element =>
  element?.name === name && element.namespace === "";

function readFields(children: Element[], order: readonly string[]): Record<string, string> | undefined {
  const ranks = children.map(({ name }) => order.indexOf(name)).filter((rank) => rank >= 0);
  const inOrder = ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] ?? -1));
  if (!inOrder || children.some(({ namespace }) => namespace !== "")) return undefined;

  const known = children.filter(({ name }) => order.includes(name));
  return Object.fromEntries(known.map(({ name, text }) => [name, text]));
}

function parse(xml: string): Element[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return [];
  try {
    return elementsOf(parser.parse(xml, true), {});
  } catch {
    return [];
  }
}

type Node = Record<string, unknown>;

/** Gives each element its namespace: the parser knows prefixes only. */
function elementsOf(nodes: Node[], inherited: Record<string, string>): Element[] {
  return nodes.flatMap((node) => {
    const qualified = Object.keys(node).find((key) => key !== ":@" && key !== "#text" && !key.startsWith("?"));
    if (!qualified) return [];
    const content = node[qualified] as Node[];
    const scope = { ...inherited, ...declaredBy(node[":@"] as Record<string, string> | undefined) };
    const [name = "", prefix = ""] = qualified.split(":").reverse();
    const text = content.map((child) => child["#text"] ?? "").join("");
    return [{ name, namespace: scope[prefix] ?? "", children: elementsOf(content, scope), text }];
  });
}

const declaredBy = (attributes: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name === "@_xmlns" || name.startsWith("@_xmlns:"))
      .map(([name, uri]) => [name.slice("@_xmlns:".length), uri]),
  );
