import { describe, expect } from "vitest";
import { changeRequests, documents, signUps } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { countToReview } from "@/lib/reporting/queries/to-review";
import { test } from "../../support/database";
import { aHousehold, anOrganization, later } from "../../support/factories";

const as = (ctx: Context, role: AgentRole): Context => ({ ...ctx, actor: { kind: "agent", accountId: "a", role } });

async function aBusyMorning(ctx: Context) {
  await anOrganization(ctx);
  const { id: householdId } = await aHousehold(ctx);
  const requestedBy = "11111111-1111-4111-8111-111111111111";
  const change = { householdId, requestedBy, createdAt: ctx.now };
  await ctx.db.insert(changeRequests).values([
    { ...change, field: "household.street", createdAt: later(ctx, -60).now },
    { ...change, field: "household.city" },
    { ...change, field: "household.postalCode", status: "accepted" },
  ]);
  await ctx.db.insert(signUps).values([
    { tokenHash: "a", status: "submitted", data: {}, submittedAt: ctx.now, createdAt: ctx.now },
    { tokenHash: "b", status: "draft", data: {}, createdAt: ctx.now },
  ]);
  const document = { householdId, kind: "insurance", fileName: "a.pdf", mediaType: "application/pdf", sizeBytes: 1 };
  await ctx.db.insert(documents).values([
    { ...document, sha256: "a", storageKey: "a", createdAt: ctx.now },
    { ...document, sha256: "b", storageKey: "b", createdAt: ctx.now, removedAt: ctx.now },
  ]);
}

test("counts what waits, by kind, with its oldest", async ({ ctx }) => {
  await aBusyMorning(ctx);
  expect(await countToReview(as(ctx, "family_officer"))).toMatchObject({
    signUps: { count: 1, oldestAt: ctx.now },
    changes: { count: 2, oldestAt: later(ctx, -60).now },
    deletions: { count: 0, oldestAt: null },
    documents: { count: 1, oldestAt: ctx.now },
  });
  await expect(countToReview(as(ctx, "auditor"))).rejects.toMatchObject({ code: "forbidden" });
});

test("counts for each agent what they may decide", async ({ ctx }) => {
  await aBusyMorning(ctx);
  expect(await countToReview(as(ctx, "admin"))).toHaveProperty("signUps");
  await expect(countToReview(as(ctx, "animator"))).rejects.toMatchObject({ code: "forbidden" });
});

describe("the menu of the staff", () => {
  test.for([
    ["family_officer", ["a-valider", "familles", "messages"], ["agents", "champs"]],
    ["admin", ["a-valider", "familles", "messages", "champs", "agents"], []],
    ["animator", [], ["a-valider", "familles", "messages", "agents", "champs"]],
  ] as const)("shows %s their places only, with what waits", async ([role, shown, hidden], { ctx }) => {
    await aBusyMorning(ctx);
    const { places } = await getAdminShell(as(ctx, role));
    const names = places.map(({ place }) => place);
    expect(names).toEqual(expect.arrayContaining(["tableau-de-bord", "securite", ...shown]));
    for (const one of hidden) expect(names).not.toContain(one);
    expect(places.filter(({ count }) => count > 0)).toEqual(
      role === "animator" ? [] : [{ place: "a-valider", count: 4 }],
    );
  });
});
