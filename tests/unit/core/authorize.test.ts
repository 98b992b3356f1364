import { describe, expect, test } from "vitest";
import type { Actor, AgentRole } from "@/lib/core/actor";
import { authorize, isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

const own = { householdId: "11111111-1111-4111-8111-111111111111" };
const other = { householdId: "22222222-2222-4222-8222-222222222222" };

const permissions: Record<Permission, { guardian: boolean; roles: AgentRole[] }> = {
  "household:read": {
    guardian: true,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin", "auditor"],
  },
  "household:write": { guardian: true, roles: ["family_officer"] },
  "reservations:read": { guardian: true, roles: ["site_manager", "auditor"] },
  "reservations:write": { guardian: true, roles: ["site_manager"] },
  "cart:read": { guardian: true, roles: [] },
  "cart:pay": { guardian: true, roles: [] },
  "ledger:read": { guardian: true, roles: ["billing_officer", "revenue_officer", "auditor"] },
  "ledger:write": { guardian: false, roles: ["revenue_officer"] },
  "receipts:read": { guardian: true, roles: ["billing_officer", "revenue_officer", "auditor"] },
  "payments:settle": { guardian: false, roles: [] },
  "planning:read": {
    guardian: false,
    roles: ["animator", "site_manager", "family_officer", "billing_officer", "admin", "auditor"],
  },
  "messages:read": {
    guardian: false,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin", "auditor"],
  },
  "catalogue:write": { guardian: false, roles: ["admin"] },
  "families:write": { guardian: false, roles: ["family_officer"] },
  "accounts:write": { guardian: false, roles: ["admin"] },
  "jobs:run": { guardian: false, roles: [] },
};

const guardian: Actor = { kind: "guardian", accountId: "a", personId: "p", householdIds: [own.householdId] };
const agent = (role: AgentRole): Actor => ({ kind: "agent", accountId: "a", role });
const system: Actor = { kind: "system", name: "test" };
const visitor: Actor = { kind: "visitor" };
const roles: AgentRole[] = [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
];

describe.each(Object.entries(permissions) as [Permission, (typeof permissions)[Permission]][])(
  "%s",
  (permission, who) => {
    test(`is ${who.guardian ? "" : "not "}a guardian's, in their own household only`, () => {
      expect(isAllowed(guardian, permission, own)).toBe(who.guardian);
      expect(isAllowed(guardian, permission, other)).toBe(false);
      expect(isAllowed(guardian, permission)).toBe(false);
    });

    test.each(roles)("for %s, in every household or in none", (role) => {
      const expected = who.roles.includes(role);
      expect([own, other, undefined].map((target) => isAllowed(agent(role), permission, target))).toEqual(
        Array(3).fill(expected),
      );
    });

    test("is the system's, never a visitor's", () => {
      expect([own, other, undefined].map((target) => isAllowed(system, permission, target))).toEqual(
        Array(3).fill(true),
      );
      expect([own, undefined].map((target) => isAllowed(visitor, permission, target))).toEqual([false, false]);
    });
  },
);

describe("a refusal", () => {
  const as = (actor: Actor) => ({ actor }) as Context;

  test("asks a stranger to sign in", () => {
    expect(() => authorize(as(visitor), "household:read", own)).toThrow(
      expect.objectContaining({ code: "unauthenticated" }),
    );
  });

  test("answers another family's household like a missing one", () => {
    expect(() => authorize(as(guardian), "household:read", other)).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });

  test("says that an agent or a guardian does not have the right", () => {
    expect(() => authorize(as(agent("animator")), "ledger:read", own)).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(() => authorize(as(guardian), "planning:read")).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
