import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aFamilyAndAnEvening } from "../../support/factories";

/** An agent of a role, without an account: what the catalogue asks is the right. */
export const agentOf = (ctx: Context, role: AgentRole = "admin"): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: randomUUID(), role },
});

/** A child has the one place of a Friday evening that somebody wants to change. */
export async function aBookedEvening(ctx: Context) {
  const family = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed" } });
  await requestSlots(family.guardian, { householdId: family.household.id, cells: [family.cell] });
  return family;
}

/** The last trace of a kind. */
export async function lastEvent({ db }: Context, type: string) {
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.type, type)).orderBy(desc(auditEvents.id));
  return event;
}
