import { expect } from "vitest";
import { slotOccurrences } from "@/db/schema";
import { plannedAdultsInput } from "@/lib/catalogue/staffing/input";
import { planAdults } from "@/lib/catalogue/staffing/plan-adults";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening } from "../../../support/factories";

const agent = (ctx: Context, role: AgentRole = "site_manager"): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

test("says how many adults will be there, and takes it back", async ({ ctx }) => {
  const { occurrence } = await aFamilyAndAnEvening(ctx);
  await planAdults(agent(ctx), { occurrenceId: occurrence.id, adults: "3" });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ plannedAdults: 3 }]);
  await planAdults(agent(ctx), { occurrenceId: occurrence.id, adults: "" });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ plannedAdults: null }]);
});

test("refuses what is no number, what does not exist, and who may not", async ({ ctx }) => {
  expect(plannedAdultsInput.safeParse({ occurrenceId: "1", adults: "deux" }).success).toBe(false);
  await expect(planAdults(agent(ctx), { occurrenceId: 999, adults: "1" })).rejects.toMatchObject({ code: "not_found" });
  const refused = planAdults(agent(ctx, "animator"), { occurrenceId: 999, adults: "1" });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
});
