import { describe, expect, test } from "vitest";
import type { Actor, AgentRole } from "@/lib/core/actor";
import { authorize, isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

const own = { householdId: "11111111-1111-4111-8111-111111111111" };
const other = { householdId: "22222222-2222-4222-8222-222222222222" };

/** `observer`: an agent who sees what a family sees. */
const permissions: Record<Permission, { guardian: boolean; observer?: boolean; roles: AgentRole[] }> = {
  "household:read": {
    guardian: true,
    observer: true,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin", "auditor"],
  },
  "household:write": { guardian: true, roles: ["family_officer", "admin"] },
  "reservations:read": {
    guardian: true,
    observer: true,
    roles: ["site_manager", "family_officer", "admin", "auditor"],
  },
  "reservations:write": { guardian: true, roles: ["site_manager", "family_officer", "admin"] },
  "reservations:override": { guardian: false, roles: ["site_manager", "family_officer", "admin"] },
  "requests:review": { guardian: false, roles: ["site_manager", "admin"] },
  "attendance:write": { guardian: false, roles: ["animator", "site_manager"] },
  "cart:read": { guardian: true, observer: true, roles: ["site_manager", "family_officer", "admin"] },
  "cart:confirm": { guardian: false, roles: ["site_manager", "family_officer", "revenue_officer", "admin"] },
  "cart:pay": { guardian: true, roles: [] },
  "ledger:read": { guardian: true, observer: true, roles: ["billing_officer", "revenue_officer", "auditor"] },
  "ledger:write": { guardian: false, roles: ["revenue_officer"] },
  "receipts:read": { guardian: true, observer: true, roles: ["billing_officer", "revenue_officer", "auditor"] },
  "invoices:read": { guardian: true, observer: true, roles: ["billing_officer", "revenue_officer", "auditor"] },
  "billing:run": { guardian: false, roles: ["billing_officer"] },
  "certificates:issue": { guardian: false, roles: ["billing_officer", "revenue_officer"] },
  "payments:collect": { guardian: false, roles: ["revenue_officer"] },
  "revenue-office:read": { guardian: false, roles: ["billing_officer", "revenue_officer", "auditor"] },
  "controls:read": { guardian: false, roles: ["billing_officer", "revenue_officer", "admin", "auditor"] },
  "refunds:request": { guardian: true, roles: ["billing_officer", "revenue_officer"] },
  "refunds:review": { guardian: false, roles: ["billing_officer", "revenue_officer"] },
  "payments:settle": { guardian: false, roles: [] },
  "planning:read": {
    guardian: false,
    roles: ["animator", "site_manager", "family_officer", "billing_officer", "admin", "auditor"],
  },
  "planning:write": { guardian: false, roles: ["site_manager", "admin"] },
  "messages:read": {
    guardian: false,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin", "auditor"],
  },
  "messages:write": { guardian: false, roles: ["family_officer", "admin"] },
  "catalogue:write": { guardian: false, roles: ["admin"] },
  "tariffs:write": { guardian: false, roles: ["billing_officer", "admin"] },
  "families:read": {
    guardian: false,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin", "auditor"],
  },
  "families:write": { guardian: false, roles: ["family_officer", "admin"] },
  "changes:review": { guardian: false, roles: ["family_officer", "admin"] },
  "documents:read": { guardian: true, observer: true, roles: ["site_manager", "family_officer", "admin"] },
  "documents:write": { guardian: true, roles: ["family_officer"] },
  "documents:review": { guardian: false, roles: ["family_officer", "admin"] },
  "publications:write": { guardian: false, roles: ["site_manager", "family_officer", "admin"] },
  "contact:read": {
    guardian: true,
    observer: true,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin"],
  },
  "contact:write": {
    guardian: true,
    roles: ["site_manager", "family_officer", "billing_officer", "revenue_officer", "admin"],
  },
  "enrollments:read": {
    guardian: true,
    observer: true,
    roles: ["site_manager", "family_officer", "admin", "auditor"],
  },
  "enrollments:write": { guardian: true, roles: ["family_officer", "admin"] },
  "enrollments:review": { guardian: false, roles: ["site_manager", "family_officer", "admin"] },
  "health:read": { guardian: true, roles: ["site_manager", "family_officer"] },
  "health:write": { guardian: true, roles: [] },
  "accounts:review": { guardian: false, roles: ["family_officer", "admin"] },
  "accounts:write": { guardian: false, roles: ["admin"] },
  "imports:run": { guardian: false, roles: ["family_officer", "admin"] },
  "settings:write": { guardian: false, roles: ["admin"] },
  "jobs:run": { guardian: false, roles: [] },
};

const guardian: Actor = { kind: "guardian", accountId: "a", personId: "p", householdIds: [own.householdId] };
const agent = (role: AgentRole): Actor => ({ kind: "agent", accountId: "a", role });
const observer = (role: AgentRole): Actor => ({ kind: "observer", accountId: "a", role, ...own });
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

    test(`is ${who.observer ? "" : "not "}an observer's, in the household they look at only`, () => {
      expect(isAllowed(observer("auditor"), permission, own)).toBe(who.observer ?? false);
      expect(isAllowed(observer("auditor"), permission, other)).toBe(false);
      expect(isAllowed(observer("auditor"), permission)).toBe(false);
      expect(isAllowed(observer("animator"), permission, own)).toBe(false);
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

  test("answers an observer who looks elsewhere like a missing household, who would write in words", () => {
    const refuses = (permission: Permission, target: typeof own, code: string) =>
      expect(() => authorize(as(observer("admin")), permission, target)).toThrow(expect.objectContaining({ code }));
    refuses("household:read", other, "not_found");
    refuses("household:write", other, "not_found");
    refuses("household:write", own, "observing");
    refuses("health:read", own, "not_found");
  });

  test("an observer only ever reads, and never health", () => {
    const observed = (Object.keys(permissions) as Permission[]).filter((permission) =>
      isAllowed(observer("admin"), permission, own),
    );
    expect(observed.every((permission) => permission.endsWith(":read"))).toBe(true);
    expect(observed).not.toContain("health:read");
  });

  test("says that an agent or a guardian does not have the right", () => {
    expect(() => authorize(as(agent("animator")), "ledger:read", own)).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(() => authorize(as(guardian), "planning:read")).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
