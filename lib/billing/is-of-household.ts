import { DomainError } from "@/lib/core/errors";

/** What the data of a household can cause; a lost connection or a deadlock is the queue's to try again. */
export function isOfHousehold(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && !(cause instanceof DomainError)) {
      return /^2[23]/.test(cause.code);
    }
  }
  return true;
}
