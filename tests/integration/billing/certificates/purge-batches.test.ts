import { expect } from "vitest";
import { certificateBatches } from "@/db/schema";
import { purgeBatches } from "@/lib/billing/certificates/batches/purge-batches";
import { asSystem } from "@/lib/core/context";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { aMadeBatch, aPaidYear, keysOf } from "./batches";

const DAY = 24 * 60;

test("destroys what was asked a month ago, and nothing younger", async ({ ctx: past }) => {
  const { ctx, agent } = await aPaidYear(past);
  await aMadeBatch(ctx, agent);
  const [key = ""] = await keysOf(ctx);
  const system = asSystem(ctx, "job");

  await purgeBatches(later(system, 29 * DAY));
  expect(await fileStorage().exists(key)).toBe(true);
  await purgeBatches(later(system, 31 * DAY));
  expect(await fileStorage().exists(key)).toBe(false);
  expect(await ctx.db.$count(certificateBatches)).toBe(0);
  expect(await codeOf(purgeBatches(agent))).toBe("forbidden");
});
