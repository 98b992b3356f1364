import pino from "pino";
import { readableStack } from "./readable-stack";

/** A failed statement says its SQL, never its parameters: they hold names, addresses and amounts. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const said = "params" in error ? message.split("\nparams:")[0] : message;
  const constraint = "constraint_name" in error ? error.constraint_name : undefined;
  const trace = "params" in error || !stack ? undefined : readableStack(stack);
  return {
    name,
    message: said,
    stack: trace,
    constraint,
    cause: cause === undefined ? undefined : describeError(cause),
  };
}

/** One JSON line per event on standard output; no personal data beyond identifiers. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  serializers: { err: describeError, error: describeError },
});
