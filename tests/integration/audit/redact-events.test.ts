import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { redactEvents } from "@/lib/audit/redact-events";
import { sealEvents } from "@/lib/audit/seal-events";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { checkInvariants } from "../../support/invariants";

const [home, otherHome, person] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const phone = { from: { phone: "0612345678" }, to: { phone: "0698765432" } };

test("what the trail said of a family is blanked; that it happened stays, and the chain stays verifiable", async ({
  ctx,
}) => {
  await recordEvent(ctx, { type: "person.updated", householdId: home, subjectId: person, data: phone });
  await recordEvent(ctx, { type: "payment.settled", householdId: home, data: { receipt: "REC2026-000001" } });
  await recordEvent(ctx, { type: "person.updated", householdId: otherHome, data: phone });
  await sealEvents(ctx);
  // Not sealed yet when it is blanked.
  await recordEvent(ctx, { type: "thread.opened", householdId: home, data: { subject: "Léa part à Lyon" } });

  await redactEvents(ctx, { householdId: home });
  await sealEvents(ctx);

  const events = await ctx.db.select().from(auditEvents).orderBy(auditEvents.id);
  expect(events).toMatchObject([
    { type: "person.updated", subjectId: person, at: ctx.now, data: null },
    { type: "payment.settled", data: { receipt: "REC2026-000001" } },
    { type: "person.updated", data: phone },
    { type: "thread.opened", data: null },
    { type: "trail.redacted", householdId: home },
  ]);
  expect(JSON.stringify(events[4])).not.toMatch(/0612345678|Lyon/);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("one person leaves, then the household is erased: each time with its proof", async ({ ctx }) => {
  await recordEvent(ctx, { type: "person.updated", householdId: home, subjectId: person, data: phone });
  await recordEvent(ctx, { type: "household.updated", householdId: home, subjectId: home, data: phone });
  await sealEvents(ctx);
  await redactEvents(ctx, { householdId: home, subjectId: person });
  const saying = () =>
    ctx.db.select({ type: auditEvents.type }).from(auditEvents).where(sql`${auditEvents.data} ? 'from'`);
  expect(await saying()).toEqual([{ type: "household.updated" }]);
  await redactEvents(ctx, { householdId: home });
  await redactEvents(ctx, { householdId: home });
  expect(await saying()).toEqual([]);
  await sealEvents(ctx);
  expect(await ctx.db.$count(auditEvents, eq(auditEvents.type, "trail.redacted"))).toBe(2);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a blank that no event of the trail owns to is found", async ({ ctx }) => {
  await recordEvent(ctx, { type: "person.updated", householdId: home, data: phone });
  await sealEvents(ctx);
  const [event] = await ctx.db.select().from(auditEvents);
  await ctx.db.execute(sql`set local portail.trail = 'redact'`);
  await ctx.db.execute(sql`update audit_events set data = null`);
  expect(await checkInvariants(ctx)).toMatchObject([{ subject: `${event?.id} (changée)` }]);
});

test("is for who may erase a family", async ({ ctx }) => {
  const auditor = { ...ctx, actor: { kind: "agent", accountId: crypto.randomUUID(), role: "auditor" } } as const;
  expect(await codeOf(redactEvents(auditor, { householdId: home }))).toBe("forbidden");
});
