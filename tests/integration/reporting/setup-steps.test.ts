import { expect } from "vitest";
import { documentRequirements, organization } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { listSetupSteps } from "@/lib/reporting/queries/setup-steps";
import { test } from "../../support/database";
import { aFamilyAndAnEvening, anOrganization } from "../../support/factories";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: crypto.randomUUID(), role },
});

const doneOf = async (ctx: Context) =>
  (await listSetupSteps(as(ctx, "admin"))).filter(({ isDone }) => isDone).map(({ name }) => name);

test("leads a new portal step by step, until families can be served", async ({ ctx }) => {
  await anOrganization(ctx);
  expect(await listSetupSteps(as(ctx, "admin"))).toHaveLength(7);
  expect(await doneOf(ctx)).toEqual([]);

  await ctx.db
    .insert(documentRequirements)
    .values({ kind: "insurance", label: "Assurance", appliesTo: "child", validity: { kind: "schoolYear" } });
  expect(await doneOf(ctx)).toEqual(["papers"]);

  await aFamilyAndAnEvening(ctx);
  expect(await doneOf(ctx)).toEqual(expect.arrayContaining(["service", "papers", "families"]));
  await ctx.db.update(organization).set({ publisher: "Anne Morel, maire", host: "Hébergeur, 59000 Lille" });
  expect(await listSetupSteps(as(ctx, "admin"))).toEqual([]);
});

test("is for those who hold the settings", async ({ ctx }) => {
  await expect(listSetupSteps(as(ctx, "family_officer"))).rejects.toMatchObject({ code: "forbidden" });
});
