import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, auditSeals } from "@/db/schema";
import { purgeEvents } from "@/lib/audit/purge-events";
import { checkSeal, findSeal } from "@/lib/audit/queries";
import { recordEvent } from "@/lib/audit/record-event";
import { sealEvents } from "@/lib/audit/seal-events";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { checkInvariants } from "../../support/invariants";

const yearsAgo = (ctx: Context, years: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() - years * 366 * 86_400_000),
});
const act = (ctx: Context, subjectId: string) => recordEvent(ctx, { type: "slot.changed", subjectId });
const subjectsOf = async ({ db }: Context) =>
  (await db.select({ subject: auditEvents.subjectId }).from(auditEvents).orderBy(auditEvents.id)).map(
    ({ subject }) => subject,
  );

test("what is past its time goes, and the chain opens with the seal of the last that went (I23)", async ({ ctx }) => {
  for (const subject of ["1", "2", "3"]) await act(yearsAgo(ctx, 12), subject);
  await act(yearsAgo(ctx, 10), "4");
  await sealEvents(ctx);
  const kept = await findSeal(ctx);
  await act(yearsAgo(ctx, 12), "not sealed");

  await purgeEvents(ctx);
  await sealEvents(ctx);
  expect(await subjectsOf(ctx)).toEqual(["4", "not sealed", null]);
  const [first] = await ctx.db.select().from(auditSeals).orderBy(auditSeals.position);
  expect(first?.position).toBe(3);
  expect(await checkInvariants(ctx)).toEqual([]);
  expect(await checkSeal(ctx, { position: kept?.position ?? 0, hash: kept?.hash ?? "" })).toBe("same");
  expect(await checkSeal(ctx, { position: 2, hash: "" })).toBe("purged");

  // Nothing more is due: nothing more is said. Years later, all that was is.
  await purgeEvents(ctx);
  expect(await ctx.db.$count(auditEvents)).toBe(3);
  await purgeEvents(yearsAgo(ctx, -30));
  await sealEvents(ctx);
  expect(await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).toEqual([{ type: "trail.purged" }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a beginning that no event of the trail says was purged is found", async ({ ctx }) => {
  for (const subject of ["1", "2", "3"]) await act(ctx, subject);
  await sealEvents(ctx);
  const [, second] = await ctx.db.select().from(auditSeals).orderBy(auditSeals.position);
  await ctx.db.execute(sql`set local portail.trail = 'purge'`);
  await ctx.db.execute(sql`delete from audit_events where id <= ${second?.eventId ?? 0}`);
  await ctx.db.execute(sql`delete from audit_seals where position < 2`);
  expect(await checkInvariants(ctx)).toMatchObject([{ subject: `${second?.eventId} (ce qui précède est retiré)` }]);
});

test("is for the portal's own jobs", async ({ ctx }) => {
  const admin = { ...ctx, actor: { kind: "agent", accountId: crypto.randomUUID(), role: "admin" } } as const;
  expect(await codeOf(purgeEvents(admin))).toBe("forbidden");
});
