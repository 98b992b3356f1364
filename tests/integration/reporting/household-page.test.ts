import { describe, expect } from "vitest";
import { auditEvents, incomeQuotients } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { getHouseholdPage } from "@/lib/reporting/household-page";
import { listHouseholdHistory, PAGE_SIZE } from "@/lib/reporting/queries/household-history";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { aHousehold } from "../../support/factories";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: crypto.randomUUID(), role },
});

async function aKnownFamily(ctx: Context) {
  const family = await aCart(ctx, { creditCents: 300 });
  await checkout(family.guardian, family.order);
  await ctx.db.insert(incomeQuotients).values({
    householdId: family.household.id,
    value: 640,
    source: "caf",
    effectiveFrom: "2026-01-01",
    createdAt: ctx.now,
  });
  return family;
}

describe("a household's page", () => {
  test("holds everything that the role may read", async ({ ctx }) => {
    const { household } = await aKnownFamily(ctx);

    const page = await getHouseholdPage(as(ctx, "auditor"), household.id, 1);

    expect(page.file).toMatchObject({ name: "Rousseau", members: [{ firstName: "Cédric" }, { firstName: "Nahel" }] });
    expect(page.facts).toMatchObject({ tariffCategory: "resident", quotient: { value: 640, source: "caf" } });
    expect(page.enrolments).toMatchObject([{ child: "Nahel", activity: "Périscolaire", status: "approved" }]);
    expect(page.coming).toMatchObject([{ date: "2026-09-18", slot: "Soir", status: "booked" }]);
    expect(page.accounts).toMatchObject([{ balanceCents: 0 }]);
    expect(page.receipts).toEqual([]);
    expect(page.papers).toBeUndefined();
    expect(page.threads).toBeUndefined();
    expect(page.history.events.map(({ type }) => type)).toEqual(["cart.checked-out", "reservation.requested"]);
    expect(page.history.events[0]).toMatchObject({ actor: "Cédric Rousseau", actorKind: "guardian", changes: [] });
  });

  test.for([
    ["family_officer", { coming: true, papers: true, accounts: false, receipts: false }],
    ["site_manager", { coming: true, papers: true, accounts: false, receipts: false }],
    ["revenue_officer", { coming: false, papers: false, accounts: true, receipts: true }],
  ] as const)("leaves out what %s may not read", async ([role, expected], { ctx }) => {
    const { household } = await aKnownFamily(ctx);
    const { coming, papers, accounts, receipts, threads } = await getHouseholdPage(as(ctx, role), household.id, 1);
    expect(threads).toEqual([]);
    const seen = { coming, papers, accounts, receipts };
    expect(Object.fromEntries(Object.entries(seen).map(([part, value]) => [part, value !== undefined]))).toEqual(
      expected,
    );
  });

  test("does not exist for anyone else, nor about nobody", async ({ ctx }) => {
    const { household, guardian } = await aKnownFamily(ctx);
    await expect(getHouseholdPage(as(ctx, "animator"), household.id, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getHouseholdPage(guardian, household.id, 1)).rejects.toMatchObject({ code: "forbidden" });
    for (const id of ["rousseau", crypto.randomUUID()]) {
      await expect(getHouseholdPage(as(ctx, "admin"), id, 1)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

test("the history tells old and new values, and nothing else of what was written", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const event = { householdId, at: ctx.now, actorKind: "agent" };
  await ctx.db.insert(auditEvents).values([
    {
      ...event,
      type: "change.applied",
      data: { from: { "person.phone": null }, to: { "person.phone": "+33612345678" } },
    },
    {
      ...event,
      type: "change.accepted",
      data: { field: "person.lastName", from: "Petit", to: "Grand", secret: "non" },
    },
    { ...event, type: "document.sent", subjectId: crypto.randomUUID(), data: { sha256: "abc" } },
  ]);

  const { events, total } = await listHouseholdHistory(as(ctx, "auditor"), { householdId, page: 1 });

  expect(total).toBe(3);
  expect(events.map(({ changes }) => changes)).toEqual([
    [],
    [{ field: "person.lastName", before: "Petit", after: "Grand" }],
    [{ field: "person.phone", before: null, after: "+33612345678" }],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/abc|non/);
});

test("the history is turned page by page", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const event = { householdId, at: ctx.now, actorKind: "system:test" };
  await ctx.db
    .insert(auditEvents)
    .values(Array.from({ length: PAGE_SIZE + 1 }, (_, i) => ({ ...event, type: `event.${i}` })));

  const { events, total } = await listHouseholdHistory(as(ctx, "auditor"), { householdId, page: 2 });

  expect(total).toBe(PAGE_SIZE + 1);
  expect(events.map(({ type }) => type)).toEqual(["event.0"]);
});
