import { DomainError, type ErrorCode, sentenceOf } from "@/lib/core/errors";
import type { Cell, Refusal } from "./rules";

type Refused = Cell & { code: ErrorCode; message?: string };

/**
 * A gesture is done in whole or not at all: refuses with the reason itself when one cell was asked for, with
 * `changes_refused` and a sentence per refused cell when several were.
 */
export function refuseCells(wanted: number, refused: Refused[]): void {
  const [first] = refused;
  if (!first) return;
  const refusals: Refusal[] = refused.map(({ code, message = sentenceOf(code), ...cell }) => ({ ...cell, message }));
  if (wanted === 1) throw new DomainError(first.code, { message: refusals[0]?.message, refusals });
  throw new DomainError("changes_refused", { refusals });
}
