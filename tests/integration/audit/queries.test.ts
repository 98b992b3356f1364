import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { checkSeal, findSeal } from "@/lib/audit/queries";
import { recordEvent } from "@/lib/audit/record-event";
import { sealEvents } from "@/lib/audit/seal-events";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: crypto.randomUUID(), role },
});

test("an auditor reads the head of the chain, and how much waits for its seal", async ({ ctx }) => {
  const auditor = as(ctx, "auditor");
  expect(await findSeal(auditor)).toBeUndefined();
  await recordEvent(ctx, { type: "slot.changed" });
  await sealEvents(ctx);
  await recordEvent(ctx, { type: "slot.changed" });
  expect(await findSeal(auditor)).toMatchObject({ position: 1, at: ctx.now, waiting: 1 });
});

test("a seal kept elsewhere tells of a trail rewritten from its beginning, with all its seals", async ({ ctx }) => {
  const auditor = as(ctx, "auditor");
  for (const subjectId of ["1", "2", "3"]) await recordEvent(ctx, { type: "slot.changed", subjectId });
  await sealEvents(ctx);
  const { position = 0, hash = "" } = (await findSeal(auditor)) ?? {};
  expect(await checkSeal(auditor, { position, hash })).toBe("same");

  for (const table of ["audit_events", "audit_seals"]) {
    await ctx.db.execute(sql.raw(`alter table ${table} disable trigger user`));
  }
  await ctx.db.execute(sql`update audit_events set subject_id = '9' where subject_id = '2'`);
  await ctx.db.execute(sql`delete from audit_seals`);
  await sealEvents(ctx);
  expect(await checkSeal(auditor, { position, hash })).toBe("other");
  await ctx.db.execute(sql`delete from audit_seals where position = ${position}`);
  expect(await checkSeal(auditor, { position, hash })).toBe("missing");
});

test("is for those who read the controls", async ({ ctx }) => {
  for (const role of ["animator", "site_manager", "family_officer"] as const) {
    expect(await codeOf(findSeal(as(ctx, role)))).toBe("forbidden");
    expect(await codeOf(checkSeal(as(ctx, role), { position: 1, hash: "" }))).toBe("forbidden");
  }
});
