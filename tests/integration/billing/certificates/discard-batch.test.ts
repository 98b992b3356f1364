import { expect } from "vitest";
import { certificateBatches, certificates } from "@/db/schema";
import { discardBatch } from "@/lib/billing/certificates/batches/discard-batch";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aMadeBatch, aPaidYear, keysOf } from "./batches";

test("destroys the files; the certificates keep their numbers", async ({ ctx: past }) => {
  const { ctx, agent } = await aPaidYear(past);
  const batchId = await aMadeBatch(ctx, agent);
  const [key = ""] = await keysOf(ctx);
  const auditor = await aMemberOfStaff(ctx, "auditor");

  expect(await codeOf(discardBatch(auditor.agent, batchId))).toBe("forbidden");
  expect(await fileStorage().exists(key)).toBe(true);
  await discardBatch(agent, batchId);
  expect(await fileStorage().exists(key)).toBe(false);
  expect(await ctx.db.$count(certificateBatches)).toBe(0);
  expect(await ctx.db.$count(certificates)).toBe(1);
  expect(await codeOf(discardBatch(agent, batchId))).toBe("not_found");
});
