import { log } from "@/lib/core/log";
import { answerInTime } from "../answer-in-time";
import { readSmallBody } from "../read-small-body";
import { type Answer, readAnswer } from "./read-answer";
import type { Operation, PayfipClient, RequestOf } from "./service";
import { writeRequest } from "./write-request";

const TIMEOUT_MS = 15_000;

/** One call of the service. Never throws for what happens on the way: that is `trouble`. */
export async function callService<O extends Operation>(
  { url, timeoutMs = TIMEOUT_MS }: PayfipClient,
  operation: O,
  request: RequestOf<O>,
): Promise<Answer> {
  const answer = await answerInTime(timeoutMs, (signal) => post(url, writeRequest(operation, request), signal))
    .then((xml) => readAnswer(operation, xml))
    .catch((error: unknown): Answer => ({ kind: "trouble", reason: error instanceof Error ? error.name : "unknown" }));

  if (answer.kind === "trouble") log.warn({ gateway: "payfip", operation, reason: answer.reason }, "no answer");
  return answer;
}

/** A fault comes with status 500: the body decides, not the status. */
async function post(url: string, body: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "text/xml; charset=utf-8", SOAPAction: '""' },
    body,
    redirect: "error",
    signal,
  });
  const answer = await readSmallBody(response);
  if (answer === undefined) throw new RangeError("PayFiP's answer is too large");
  return answer;
}
