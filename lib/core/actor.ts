/** What an agent's role is called; what each may do stands in `authorize.ts` (handbook §1.7). */
export type AgentRole =
  | "animator"
  | "site_manager"
  | "family_officer"
  | "billing_officer"
  | "revenue_officer"
  | "admin"
  | "auditor";

/** Who is acting. Guardians act for their own households, agents by their role, the system for itself. */
export type Actor =
  | { kind: "visitor" }
  | { kind: "guardian"; accountId: string; personId: string; householdIds: readonly string[] }
  | { kind: "agent"; accountId: string; role: AgentRole }
  /** An agent who sees what a family sees: reading only, and traced. */
  | { kind: "observer"; accountId: string; role: AgentRole; householdId: string }
  | { kind: "system"; name: string };

export const visitor: Actor = { kind: "visitor" };
