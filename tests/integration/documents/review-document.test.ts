import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, documents, emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { listDocumentsToReview } from "@/lib/documents/queries";
import { reviewDocument } from "@/lib/documents/review-document";
import { test } from "../../support/database";
import { aPdf } from "../../support/files";
import { aFamily, asAgent, send } from "./people";

const rowOf = async ({ db }: Context, id: string) => (await db.select().from(documents).where(eq(documents.id, id)))[0];

test("an accepted document is good until its date, and the queue empties", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id);
  const agent = asAgent(ctx, "family_officer");
  expect(await listDocumentsToReview(agent)).toMatchObject([{ id, householdName: "Rousseau" }]);

  await reviewDocument(agent, { id, decision: "accept", validUntil: "2027-08-31" });
  expect(await rowOf(ctx, id)).toMatchObject({
    status: "valid",
    validUntil: "2027-08-31",
    reviewedBy: agent.actor.accountId,
  });
  expect(await listDocumentsToReview(agent)).toEqual([]);
  expect(await ctx.db.$count(emails)).toBe(0);
});

test("a refusal has its reason in the portal, and a message without it", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id);
  await reviewDocument(asAgent(ctx, "family_officer"), { id, decision: "refuse", reason: "Le rappel du DTP manque." });
  expect(await rowOf(ctx, id)).toMatchObject({ status: "rejected", reason: "Le rappel du DTP manque." });

  const written = await ctx.db.select().from(emails);
  expect(written).toMatchObject([{ template: "document-refused" }]);
  expect(JSON.stringify(written)).not.toMatch(/DTP|rappel|insurance|Nahel/);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(JSON.stringify(events)).not.toContain("DTP");
});

test("of two agents at once one decides, and the other is told", async ({ committed }) => {
  const { household, guardian } = await aFamily(committed);
  const id = await send(guardian, household.id);
  const decisions = await Promise.allSettled([
    reviewDocument(asAgent(committed, "family_officer"), { id, decision: "accept" }),
    reviewDocument(asAgent(committed, "admin"), { id, decision: "refuse", reason: "Illisible." }),
  ]);
  expect(decisions.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(decisions.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "already_decided" } });
  expect(await committed.db.$count(auditEvents, eq(auditEvents.subjectId, id))).toBe(2);
});

test("health is neither listed nor decided without its right", async ({ ctx }) => {
  const { household, child, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id, { personId: child.id, isHealth: true });
  const admin = asAgent(ctx, "admin");
  expect(await listDocumentsToReview(admin)).toEqual([]);
  await expect(reviewDocument(admin, { id, decision: "accept" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await listDocumentsToReview(asAgent(ctx, "family_officer"))).toHaveLength(1);
});

test("a family, or an agent without the right, decides nothing; a past date is refused", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id);
  for (const who of [guardian, asAgent(ctx, "site_manager"), asAgent(ctx, "auditor")]) {
    await expect(reviewDocument(who, { id, decision: "accept" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listDocumentsToReview(who)).rejects.toMatchObject({ code: "forbidden" });
  }
  const past = reviewDocument(asAgent(ctx, "admin"), { id, decision: "accept", validUntil: "2026-09-08" });
  await expect(past).rejects.toMatchObject({ code: "invalid_input" });
});

test("accepted, it takes the place of what was refused or ends earlier, and of no other page", async ({ ctx }) => {
  const { household, child, guardian } = await aFamily(ctx);
  const agent = asAgent(ctx, "family_officer");
  let pages = 0;
  const sent = async (values: Partial<typeof documents.$inferInsert>) => {
    pages += 1;
    const id = await send(guardian, household.id, { bytes: aPdf({ pages }) });
    if (values.status || values.personId || values.kind) {
      await ctx.db.update(documents).set(values).where(eq(documents.id, id));
    }
    return id;
  };
  const replaced = [
    await sent({ status: "rejected", reason: "Floue" }),
    await sent({ status: "valid", validUntil: "2026-08-31" }),
  ];
  const kept = [
    await sent({ status: "valid", validUntil: "2027-08-31" }),
    await sent({ status: "rejected", kind: "other" }),
    await sent({ status: "rejected", personId: child.id }),
    await sent({}),
  ];
  const id = await sent({});
  await reviewDocument(agent, { id, decision: "accept", validUntil: "2027-08-31" });
  for (const one of replaced) expect(await rowOf(ctx, one)).toMatchObject({ replacedAt: ctx.now });
  for (const one of [...kept, id]) expect(await rowOf(ctx, one)).toMatchObject({ replacedAt: null });
});
