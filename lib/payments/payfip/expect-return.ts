import { DomainError } from "@/lib/core/errors";
import { refusalOf } from "./faults";
import type { Answer } from "./read-answer";

/** The fields of an answer; anything else is told to the person who asked, by the fault table. */
export function expectReturn(answer: Answer): Record<string, string> {
  if (answer.kind === "trouble") throw new DomainError("gateway_unavailable", { reason: answer.reason });
  if (answer.kind === "fault") throw new DomainError(refusalOf(answer.fault), answer.fault);
  return answer.fields;
}
