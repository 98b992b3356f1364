import { DomainError } from "@/lib/core/errors";

/** Opaque, though the service makes uuids. */
export const isIdOp = (value: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(value);

/**
 * The idOp that a notification names. Anybody can forge it, so nothing else is read from it: look the payment up, then
 * ask the service with `findOutcome`.
 */
export function readNotification(body: string, query: string): string {
  const fields = [...new URLSearchParams(body), ...new URLSearchParams(query)];
  const idOp = fields.find(([name]) => name.toLowerCase() === "idop")?.[1];
  if (!idOp || !isIdOp(idOp)) throw new DomainError("invalid_notification", { reason: "idop_missing" });
  return idOp;
}
