import { DomainError, type ErrorCode, sentenceOf } from "./errors";

/** What the browser is told when something is refused: a code for the program, a sentence for the person. */
export type ActionError = {
  code: ErrorCode | "unexpected";
  message: string;
  /** Per field of a form, what is wrong with it. */
  fields?: Record<string, string[]>;
  /** What a screen may need to explain the refusal item by item. */
  details?: Record<string, unknown>;
};

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

const UNEXPECTED = "Une erreur est survenue de notre côté. Rien n’a été perdu : réessayez dans un instant.";

/** Turns what a command threw into what a person may read; undefined for a bug, which the caller logs. */
export function describe(error: unknown): ActionError | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const { code, details } = error;
  const { fields, ...rest } = details;
  const message = typeof details.message === "string" ? details.message : sentenceOf(code);
  return { code, message, ...(fields && { fields }), ...(Object.keys(rest).length > 0 && { details: rest }) };
}

export const unexpected: ActionError = { code: "unexpected", message: UNEXPECTED };
