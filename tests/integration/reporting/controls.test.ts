import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { controls, runControls } from "@/lib/reporting/controls/run-controls";
import { aCart } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: crypto.randomUUID(), role },
});

test("an auditor reads that all is true, then what is not and where, and changes nothing by it", async ({ ctx }) => {
  const { occurrence } = await aCart(ctx);
  const auditor = as(ctx, "auditor");
  const sound = await runControls(auditor);
  expect(sound).toHaveLength(controls.length);
  expect(sound.filter(({ count }) => count > 0)).toEqual([]);

  await ctx.db.execute(sql`update slot_occurrences set taken = taken + 1`);
  const broken = (await runControls(auditor)).filter(({ count }) => count > 0);
  expect(broken).toMatchObject([{ theme: "places", count: 1, examples: [String(occurrence.id)] }]);
});

test("each rule has a name and a sentence of its own", () => {
  for (const key of ["name", "sentence"] as const) {
    expect(new Set(controls.map((control) => control[key])).size).toBe(controls.length);
  }
});

test("is for those who answer for the money, the administration and the auditor", async ({ ctx }) => {
  for (const role of ["billing_officer", "revenue_officer", "admin", "auditor"] as const) {
    expect(await codeOf(runControls(as(ctx, role)))).toBe("done");
  }
  for (const role of ["animator", "site_manager", "family_officer"] as const) {
    expect(await codeOf(runControls(as(ctx, role)))).toBe("forbidden");
  }
});
