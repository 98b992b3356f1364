import { expect } from "vitest";
import { certificateBatches, certificates } from "@/db/schema";
import { askBatch } from "@/lib/billing/certificates/batches/ask-batch";
import { discardBatch } from "@/lib/billing/certificates/batches/discard-batch";
import { makeBatch } from "@/lib/billing/certificates/batches/make-batch";
import { listBatches } from "@/lib/billing/certificates/batches/queries";
import { makeCertificate } from "@/lib/billing/certificates/make-certificate";
import { asSystem } from "@/lib/core/context";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { eventTypes } from "../../auth/people";
import { aMadeBatch, aPaidYear, keysOf, otherPayers } from "./batches";

test("makes slice after slice the certificates of those who paid, and only theirs", async ({ ctx: past }) => {
  const { ctx, agent, account, household, child } = await aPaidYear(past);
  await otherPayers(past, account.revenueOfficeId, 25);
  const own = await makeCertificate(agent, "fiscale", { foyer: household.id, annee: 2026, enfant: child.id });

  await askBatch(agent, { year: 2026 });
  const [batch] = await ctx.db.select().from(certificateBatches);
  const batchId = batch?.id ?? "";
  await makeBatch(asSystem(ctx, "job"), { batchId });
  expect(await listBatches(agent)).toMatchObject([{ status: "making", total: 26, done: 20 }]);
  await makeBatch(asSystem(ctx, "job"), { batchId });

  expect(await listBatches(agent)).toMatchObject([
    { year: 2026, status: "ready", total: 26, done: 26, certificates: 1, cents: 300, cesuCents: 0, failed: [] },
  ]);
  const [kept] = await ctx.db.select({ number: certificates.number }).from(certificates);
  expect(own.name).toContain(kept?.number); // the one that the family had already, with its number
  expect(await ctx.db.$count(certificates)).toBe(1);
  expect(await eventTypes(ctx)).toContain("certificates.made");
});

test("workers on the same slice keep it once", async ({ committed: past }) => {
  const { ctx, agent } = await aPaidYear(past);
  await askBatch(agent, { year: 2026 });
  const [batch] = await ctx.db.select().from(certificateBatches);
  const batchId = batch?.id ?? "";

  await Promise.all([1, 2, 3].map(() => makeBatch(asSystem(ctx, "job"), { batchId })));
  await makeBatch(asSystem(ctx, "job"), { batchId });

  expect(await listBatches(agent)).toMatchObject([{ status: "ready", done: 1, certificates: 1 }]);
  expect(await ctx.db.$count(certificates)).toBe(1);
  expect(await codeOf(makeBatch(agent, { batchId }))).toBe("forbidden");
});

test("a household whose certificate cannot be made is named, and stops nobody", async ({ ctx: past }) => {
  const { ctx, agent, account, household } = await aPaidYear(past);
  await otherPayers(past, account.revenueOfficeId, 1);
  await ctx.db.execute(`create function refuse() returns trigger language plpgsql as $$ begin
    if new.household_id = '${household.id}' then raise 'no' using errcode = 'check_violation'; end if; return new;
  end $$`);
  await ctx.db.execute("create trigger refuse before insert on certificates for each row execute function refuse()");

  await aMadeBatch(ctx, agent);
  expect(await listBatches(agent)).toMatchObject([
    { status: "ready", done: 2, certificates: 0, failed: [{ id: household.id, name: "Rousseau" }] },
  ]);
});

test("discarded while a slice is being made, it keeps none of it", async ({ ctx: past }) => {
  const { ctx, agent } = await aPaidYear(past);
  await askBatch(agent, { year: 2026 });
  const [batch] = await ctx.db.select().from(certificateBatches);
  const batchId = batch?.id ?? "";

  const storage = fileStorage();
  const put = storage.put.bind(storage);
  const written: string[] = [];
  storage.put = async (key, ...rest) => {
    await put(key, ...rest);
    written.push(key);
    await discardBatch(agent, batchId);
  };
  try {
    await makeBatch(asSystem(ctx, "job"), { batchId });
  } finally {
    storage.put = put;
  }
  expect(await keysOf(ctx)).toEqual([]);
  expect(await ctx.db.$count(certificateBatches)).toBe(0);
  expect(written).toHaveLength(1);
  expect(await storage.exists(written[0] ?? "")).toBe(false);
});
