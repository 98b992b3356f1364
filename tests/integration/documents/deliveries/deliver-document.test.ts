import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import { accounts, auditEvents, deliveries, deliveryRecipients, emails } from "@/db/schema";
import { listDeliveries } from "@/lib/documents/deliveries/queries";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { test } from "../../../support/database";
import { aFamily, asAgent } from "../people";
import { deliver } from "./letters";

test("each household chosen finds it, is told without its name, and nobody else does", async ({ ctx }) => {
  const [first, second, other] = [await aFamily(ctx), await aFamily(ctx), await aFamily(ctx)];
  const agent = asAgent(ctx, "family_officer");
  const { deliveryId } = await deliver(agent, [first.household.id, second.household.id, first.household.id]);

  for (const { guardian, household } of [first, second]) {
    expect(await listDeliveries(guardian, household.id)).toMatchObject([
      { id: deliveryId, title: "Réponse de la commission", readAt: null },
    ]);
  }
  expect(await listDeliveries(other.guardian, other.household.id)).toEqual([]);
  await expect(listDeliveries(other.guardian, first.household.id)).rejects.toMatchObject({ code: "not_found" });
  const written = await ctx.db.select().from(emails);
  expect(written.map(({ template }) => template)).toEqual(["document-added", "document-added"]);
  expect(JSON.stringify(written)).not.toContain("commission");
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "document.delivered"));
  expect(events.map(({ householdId }) => householdId).sort()).toEqual([first.household.id, second.household.id].sort());
});

test("a sending repeated is one document, told once; a closed account is not written to", async ({ committed }) => {
  const { household, guardian } = await aFamily(committed);
  await committed.db
    .update(accounts)
    .set({ disabledAt: committed.now })
    .where(eq(accounts.id, guardian.actor.accountId));
  const agent = asAgent(committed, "site_manager");
  const clientKey = randomUUID();
  const put = vi.spyOn(fileStorage(), "put");
  const deleted = vi.spyOn(fileStorage(), "delete");
  const ids = await Promise.all([1, 2].map(() => deliver(agent, [household.id], { clientKey })));
  expect(new Set(ids.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  expect([put.mock.calls.length, deleted.mock.calls.length]).toEqual([2, 1]);
  vi.restoreAllMocks();
  expect([await committed.db.$count(deliveryRecipients), await committed.db.$count(emails)]).toEqual([1, 0]);
});

test("what is empty, too large or disguised, for an unknown family or from anyone else, leaves nothing", async ({
  ctx,
}) => {
  const { household, guardian } = await aFamily(ctx);
  const agent = asAgent(ctx, "family_officer");
  const refused: [Buffer, string][] = [
    [Buffer.alloc(0), "file_empty"],
    [Buffer.alloc(10 * 1024 * 1024 + 1), "file_too_large"],
    [Buffer.from("PK\u0003\u0004 un tableur"), "file_type_refused"],
  ];
  for (const [bytes, code] of refused) {
    await expect(deliver(agent, [household.id], { bytes })).rejects.toMatchObject({ code });
  }
  await expect(deliver(agent, [household.id, randomUUID()])).rejects.toMatchObject({ code: "not_found" });
  for (const actor of [guardian, asAgent(ctx, "billing_officer")]) {
    await expect(deliver(actor, [household.id])).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await ctx.db.$count(deliveries)).toBe(0);
});
