import { expect } from "vitest";
import { auditEvents, certificateBatches } from "@/db/schema";
import { askBatch } from "@/lib/billing/certificates/batches/ask-batch";
import { listBatches } from "@/lib/billing/certificates/batches/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aPaidYear } from "./batches";

test("asks once for a year that is over, with its trace, however many ask at the same time", async ({
  committed: past,
}) => {
  const { ctx, agent } = await aPaidYear(past);
  await Promise.all([
    askBatch(agent, { year: 2026 }),
    askBatch(agent, { year: 2026 }),
    askBatch(agent, { year: 2026 }),
  ]);

  expect(await ctx.db.select().from(certificateBatches)).toMatchObject([
    { year: 2026, status: "making", total: 1, done: 0 },
  ]);
  const jobs = await ctx.db.execute("select key from graphile_worker.jobs where task_identifier = 'make-certificates'");
  expect(jobs).toHaveLength(1);
  const asked = (await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).filter(
    ({ type }) => type === "certificates.asked",
  );
  expect(asked).toHaveLength(1);
  await askBatch(agent, { year: 2025 });
  expect(await ctx.db.$count(certificateBatches)).toBe(2);
});

test("refuses a year whose sums still change, and who neither bills nor collects", async ({ ctx }) => {
  const { agent } = await aMemberOfStaff(ctx, "billing_officer");
  const auditor = await aMemberOfStaff(ctx, "auditor");
  await expect(askBatch(agent, { year: 2026 })).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { year: [expect.stringContaining("pas terminée")] } },
  });
  expect(await codeOf(askBatch(auditor.agent, { year: 2025 }))).toBe("forbidden");
  expect(await listBatches(auditor.agent)).toEqual([]);
  const manager = await aMemberOfStaff(ctx, "site_manager");
  expect(await codeOf(listBatches(manager.agent))).toBe("forbidden");
});
