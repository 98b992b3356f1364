import type { Actor } from "./actor";
import type { Context } from "./context";
import { DomainError } from "./errors";
import { guardianPermissions, observerPermissions, type Permission, rolePermissions } from "./permissions";

export type { Permission };

/** Whether the actor may do this, to this household when the permission is about one. Pure: a table test proves it. */
export function isAllowed(actor: Actor, permission: Permission, target?: { householdId: string }): boolean {
  switch (actor.kind) {
    case "system":
      return true;
    case "agent":
      return rolePermissions[actor.role].includes(permission);
    case "guardian":
      return (
        target !== undefined &&
        guardianPermissions.includes(permission) &&
        actor.householdIds.includes(target.householdId)
      );
    case "observer":
      return (
        observerPermissions.includes(permission) &&
        rolePermissions[actor.role].includes("families:read") &&
        target?.householdId === actor.householdId
      );
    case "visitor":
      return false;
  }
}

/**
 * Refuses with `unauthenticated` (a stranger), `not_found` (someone else's household: it is answered like a missing
 * one), `observing` (an agent who only looks) or `forbidden` (a right that the actor does not have anywhere).
 */
export function authorize(ctx: Context, permission: Permission, target?: { householdId: string }): void {
  const { actor } = ctx;
  if (isAllowed(actor, permission, target)) return;
  if (actor.kind === "visitor") throw new DomainError("unauthenticated");
  if (isOwnWrite(actor, permission, target)) throw new DomainError("observing");
  if ((actor.kind === "guardian" || actor.kind === "observer") && target) throw new DomainError("not_found");
  throw new DomainError("forbidden");
}

/** An observer who would change what they look at is told so: it is not missing. */
const isOwnWrite = (actor: Actor, permission: Permission, target?: { householdId: string }): boolean =>
  actor.kind === "observer" && target?.householdId === actor.householdId && !permission.endsWith(":read");

/** Stands where `authorize` would in a verb that anyone may call: that it asks nothing is then a decision, not an oversight. */
export function authorizeVisitor(_ctx: Context): void {}
