import { authorizeAccount } from "@/lib/auth/authorize-account";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** A calendar reads as the guardian who gave it its address, whom this answers: no agent has one for a family. */
export function authorizeFeed(ctx: Context, householdId: string): string {
  const accountId = authorizeAccount(ctx);
  if (ctx.actor.kind !== "guardian") throw new DomainError("forbidden");
  authorize(ctx, "reservations:read", { householdId });
  return accountId;
}
