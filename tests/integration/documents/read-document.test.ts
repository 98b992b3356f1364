import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, documents } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { readDocument } from "@/lib/documents/read-document";
import { test } from "../../support/database";
import { aFamily, asAgent, send } from "./people";

const tracesOf = async ({ db }: Context, id: string) =>
  (
    await db
      .select({ type: auditEvents.type, by: auditEvents.accountId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
  ).filter(({ type }) => type === "health-document.read");

const everyRole: AgentRole[] = [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
];

async function rolesThatRead(ctx: Context, id: string): Promise<AgentRole[]> {
  const may: AgentRole[] = [];
  for (const role of everyRole) {
    const read = await readDocument(asAgent(ctx, role), id).then(
      () => true,
      () => false,
    );
    if (read) may.push(role);
  }
  return may;
}

test("a document is its family's and of the agents who read documents", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id);
  expect((await readDocument(guardian, id)).fileName).toBe("attestation.jpg");
  expect(await rolesThatRead(ctx, id)).toEqual(["site_manager", "family_officer", "admin"]);

  const other = await aFamily(ctx);
  await expect(readDocument(other.guardian, id)).rejects.toMatchObject({ code: "not_found" });
});

test("a health document takes its own right; what an agent reads is traced, what the family reads is not", async ({
  ctx,
}) => {
  const { household, child, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id, { personId: child.id, isHealth: true });
  await readDocument(guardian, id);
  expect(await tracesOf(ctx, id)).toEqual([]);

  const agent = asAgent(ctx, "family_officer");
  await readDocument(agent, id);
  expect(await tracesOf(ctx, id)).toEqual([{ type: "health-document.read", by: agent.actor.accountId }]);
  expect(await rolesThatRead(ctx, id)).toEqual(["site_manager", "family_officer"]);

  const observer: Context = {
    ...ctx,
    actor: { kind: "observer", accountId: randomUUID(), role: "family_officer", householdId: household.id },
  };
  await expect(readDocument(observer, id)).rejects.toMatchObject({ code: "not_found" });
});

test("a forged, missing or removed document is the same missing one", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id);
  await ctx.db.update(documents).set({ removedAt: ctx.now }).where(eq(documents.id, id));
  for (const forged of [id, randomUUID(), "1", "../../etc/passwd", "' or 1=1 --"]) {
    await expect(readDocument(guardian, forged)).rejects.toMatchObject({ code: "not_found" });
  }
});
