import { expect } from "vitest";
import { auditEvents, changeRequests } from "@/db/schema";
import { decideChange } from "@/lib/families/changes/decide-change";
import { withdrawChange } from "@/lib/families/changes/withdraw-change";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";
import { aFamily, save } from "./a-family";
import { agent } from "./people";

async function aRequest(ctx: Parameters<typeof aFamily>[0]) {
  const family = await aFamily(ctx);
  const { householdId, childId, guardian } = family;
  await save(guardian, { householdId, personId: childId, section: "identity", values: { firstName: "Zoe" } });
  const [request] = await ctx.db.select().from(changeRequests);
  return { ...family, changeId: request?.id ?? "" };
}

test("takes back a request that waits, once", async ({ ctx }) => {
  const { householdId, changeId, guardian } = await aRequest(ctx);
  await withdrawChange(guardian, { householdId, changeId });
  await withdrawChange(guardian, { householdId, changeId });
  expect(await ctx.db.select().from(changeRequests)).toMatchObject([{ status: "withdrawn" }]);
  const events = (await ctx.db.select().from(auditEvents)).filter(({ type }) => type === "change.withdrawn");
  expect(events).toHaveLength(1);
});

test("comes too late once an agent has decided", async ({ ctx }) => {
  const { householdId, changeId, guardian } = await aRequest(ctx);
  await decideChange(agent(ctx, "family_officer"), { id: changeId, decision: "accept" });
  await expect(withdrawChange(guardian, { householdId, changeId })).rejects.toMatchObject({
    code: "already_decided",
    details: { message: expect.stringContaining("trop tard") },
  });
});

test("someone else’s request does not exist", async ({ ctx }) => {
  const { householdId, changeId } = await aRequest(ctx);
  const elsewhere = await aHousehold(ctx);
  const stranger = await guardianOf(ctx, elsewhere);
  await expect(withdrawChange(stranger, { householdId, changeId })).rejects.toMatchObject({ code: "not_found" });
  await expect(withdrawChange(stranger, { householdId: elsewhere.id, changeId })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(withdrawChange(agent(ctx, "auditor"), { householdId, changeId })).rejects.toMatchObject({
    code: "forbidden",
  });
});
