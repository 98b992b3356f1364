import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { type Fault, faultElements } from "./faults";
import type { Operation } from "./service";

/** What the service said; `trouble` is everything that is not an answer, and changes nothing. */
export type Answer =
  | { kind: "return"; fields: Record<string, string> }
  | { kind: "fault"; fault: Fault }
  | { kind: "trouble"; reason: string };

/** Prefixes are the sender's business: elements are read by local name. */
const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreDeclaration: true });

const envelope = z.object({ Envelope: z.object({ Body: z.record(z.string(), z.unknown()) }) });
const texts = z
  .record(z.string(), z.unknown())
  .transform((fields) => Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => textOf(name, value))));
const returned = z.object({ return: texts });
const faulted = z.object({ detail: z.partialRecord(z.enum(faultElements), texts) });

export function readAnswer(operation: Operation, xml: string): Answer {
  const parsed = envelope.safeParse(parse(xml));
  if (!parsed.success) return { kind: "trouble", reason: "not_soap" };
  const body = parsed.data.Envelope.Body;

  const answer = returned.safeParse(body[`${operation}Response`]);
  if (answer.success) return { kind: "return", fields: answer.data.return };

  const fault = faulted.safeParse(body.Fault);
  for (const element of faultElements) {
    const detail = fault.data?.detail[element];
    if (detail) return { kind: "fault", fault: { element, code: detail.code ?? "", label: detail.libelle ?? "" } };
  }
  return { kind: "trouble", reason: "unknown_answer" };
}

/** Refuses document types and entities before anything is parsed; nonsense is no document either. */
function parse(xml: string): unknown {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  try {
    return parser.parse(xml, true);
  } catch {
    return undefined;
  }
}

/** Printed examples of the service say `idop` where its schema says `idOp`. */
const textOf = (name: string, value: unknown): [string, string][] =>
  typeof value === "string" ? [[name === "idop" ? "idOp" : name, value]] : [];
