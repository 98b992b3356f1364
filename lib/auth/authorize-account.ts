import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** For what people may do to their own account, and nobody else to it: answers which account that is. */
export function authorizeAccount({ actor }: Context): string {
  if (actor.kind === "visitor") throw new DomainError("unauthenticated");
  if (actor.kind === "observer") throw new DomainError("observing");
  if (actor.kind === "system") throw new DomainError("forbidden");
  return actor.accountId;
}
