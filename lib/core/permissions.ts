import type { AgentRole } from "./actor";

export type Permission =
  | "household:read"
  | "household:write"
  | "reservations:read"
  | "reservations:write"
  | "reservations:override"
  | "requests:review"
  | "attendance:write"
  | "cart:read"
  | "cart:pay"
  | "cart:confirm"
  | "ledger:read"
  | "ledger:write"
  | "receipts:read"
  | "invoices:read"
  | "billing:run"
  | "certificates:issue"
  | "payments:collect"
  | "revenue-office:read"
  | "controls:read"
  | "refunds:request"
  | "refunds:review"
  | "payments:settle"
  | "planning:read"
  | "planning:write"
  | "messages:read"
  | "messages:write"
  | "catalogue:write"
  | "tariffs:write"
  | "families:read"
  | "families:write"
  | "changes:review"
  | "documents:read"
  | "documents:write"
  | "documents:review"
  | "publications:write"
  | "contact:read"
  | "contact:write"
  | "enrollments:read"
  | "enrollments:write"
  | "enrollments:review"
  | "health:read"
  | "health:write"
  | "accounts:review"
  | "accounts:write"
  | "imports:run"
  | "settings:write"
  | "jobs:run";

/** What a guardian may do in a household of theirs. */
export const guardianPermissions: readonly Permission[] = [
  "household:read",
  "household:write",
  "reservations:read",
  "reservations:write",
  "cart:read",
  "cart:pay",
  "ledger:read",
  "receipts:read",
  "refunds:request",
  "invoices:read",
  "documents:read",
  "documents:write",
  "contact:read",
  "contact:write",
  "enrollments:read",
  "enrollments:write",
  "health:read",
  "health:write",
];

/** What an agent sees through a family's eyes; never health, which has its own right and its own trace. */
export const observerPermissions: readonly Permission[] = [
  "household:read",
  "reservations:read",
  "cart:read",
  "ledger:read",
  "receipts:read",
  "invoices:read",
  "documents:read",
  "contact:read",
  "enrollments:read",
];

/** What each role may do on every household of the organisation (handbook §1.7). */
export const rolePermissions: Record<AgentRole, readonly Permission[]> = {
  animator: ["planning:read", "attendance:write"],
  site_manager: [
    "planning:read",
    "planning:write",
    "families:read",
    "household:read",
    "reservations:read",
    "reservations:write",
    "reservations:override",
    "cart:read",
    "cart:confirm",
    "requests:review",
    "attendance:write",
    "documents:read",
    "publications:write",
    "contact:read",
    "contact:write",
    "enrollments:read",
    "enrollments:review",
    "health:read",
    "messages:read",
  ],
  family_officer: [
    "planning:read",
    "families:read",
    "families:write",
    "household:read",
    "household:write",
    "reservations:read",
    "reservations:write",
    "reservations:override",
    "cart:read",
    "cart:confirm",
    "changes:review",
    "documents:read",
    "documents:write",
    "documents:review",
    "publications:write",
    "contact:read",
    "contact:write",
    "enrollments:read",
    "enrollments:write",
    "enrollments:review",
    "health:read",
    "accounts:review",
    "imports:run",
    "messages:read",
    "messages:write",
  ],
  billing_officer: [
    "planning:read",
    "families:read",
    "household:read",
    "ledger:read",
    "receipts:read",
    "invoices:read",
    "billing:run",
    "certificates:issue",
    "tariffs:write",
    "controls:read",
    "revenue-office:read",
    "refunds:request",
    "refunds:review",
    "contact:read",
    "contact:write",
    "messages:read",
  ],
  revenue_officer: [
    "families:read",
    "household:read",
    "ledger:read",
    "ledger:write",
    "receipts:read",
    "invoices:read",
    "cart:confirm",
    "payments:collect",
    "certificates:issue",
    "controls:read",
    "revenue-office:read",
    "refunds:request",
    "refunds:review",
    "contact:read",
    "contact:write",
    "messages:read",
  ],
  admin: [
    "planning:read",
    "planning:write",
    "families:read",
    "families:write",
    "household:read",
    "household:write",
    "reservations:read",
    "reservations:write",
    "reservations:override",
    "cart:read",
    "cart:confirm",
    "changes:review",
    "documents:read",
    "documents:review",
    "publications:write",
    "contact:read",
    "contact:write",
    "enrollments:read",
    "enrollments:write",
    "enrollments:review",
    "requests:review",
    "accounts:review",
    "accounts:write",
    "imports:run",
    "controls:read",
    "settings:write",
    "catalogue:write",
    "tariffs:write",
    "messages:read",
    "messages:write",
  ],
  auditor: [
    "planning:read",
    "families:read",
    "household:read",
    "reservations:read",
    "enrollments:read",
    "ledger:read",
    "receipts:read",
    "invoices:read",
    "controls:read",
    "revenue-office:read",
    "messages:read",
  ],
};
