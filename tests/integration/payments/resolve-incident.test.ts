import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, paymentIncidents } from "@/db/schema";
import { listIncidents } from "@/lib/billing/office/queries/payment-page";
import { asSystem, type Context } from "@/lib/core/context";
import { reportIncident } from "@/lib/payments/report-incident";
import { resolveIncident } from "@/lib/payments/resolve-incident";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aMemberOfStaff } from "../accounts/agents/staff";

async function anIncident(ctx: Context) {
  const { guardian, order, household } = await aCart(ctx, { gateway: "systempay" });
  const { id: paymentId } = await aPaymentAtTheBank(guardian, order);
  await reportIncident(asSystem(ctx, "test"), { paymentId, kind: "amount_mismatch", detail: { montant: "1" } });
  const [incident] = await ctx.db.select().from(paymentIncidents).where(eq(paymentIncidents.paymentId, paymentId));
  return { incidentId: incident?.id ?? 0, paymentId, household, guardian };
}

const answer = { resolution: "matched", note: "Vérifié sur le relevé du 18." } as const;

test("closes a task with what was done, by whom, and leaves a trace with the family", async ({ ctx }) => {
  const { incidentId, paymentId, household } = await anIncident(ctx);
  const { agent, displayName } = await aMemberOfStaff(ctx, "revenue_officer");

  expect(await listIncidents(agent, { closed: false })).toMatchObject([{ id: incidentId, household: "Rousseau" }]);
  await resolveIncident(agent, { incidentId, ...answer });

  expect(await listIncidents(agent, { closed: false })).toEqual([]);
  expect(await listIncidents(agent, { closed: true })).toMatchObject([
    { id: incidentId, ...answer, resolvedBy: displayName },
  ]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment-incident.resolved"));
  expect(events).toMatchObject([{ subjectId: paymentId, householdId: household.id }]);
});

test("is closed once: the second agent is told, and so is who may not", async ({ ctx }) => {
  const { incidentId, guardian } = await anIncident(ctx);
  const [first, second, reader] = [
    await aMemberOfStaff(ctx, "revenue_officer"),
    await aMemberOfStaff(ctx, "revenue_officer"),
    await aMemberOfStaff(ctx, "billing_officer"),
  ];

  expect(await codeOf(resolveIncident(reader.agent, { incidentId, ...answer }))).toBe("forbidden");
  expect(await codeOf(resolveIncident(guardian, { incidentId, ...answer }))).toBe("forbidden");
  expect(await codeOf(resolveIncident(first.agent, { incidentId, ...answer }))).toBe("done");
  expect(await codeOf(resolveIncident(second.agent, { incidentId, ...answer }))).toBe("already_decided");
  expect(await codeOf(resolveIncident(second.agent, { incidentId: incidentId + 1, ...answer }))).toBe("not_found");
});
