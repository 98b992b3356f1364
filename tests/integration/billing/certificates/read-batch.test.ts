import { buffer } from "node:stream/consumers";
import { expect } from "vitest";
import { certificateBatches, certificates } from "@/db/schema";
import { askBatch } from "@/lib/billing/certificates/batches/ask-batch";
import { readBatch } from "@/lib/billing/certificates/batches/read-batch";
import type { Context } from "@/lib/core/context";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { unzip } from "../../../support/unzip";
import { pdfText } from "../../../unit/billing/pdf-text";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { eventTypes } from "../../auth/people";
import { aMadeBatch, aPaidYear, keysOf, makeAll } from "./batches";

const download = async (ctx: Context, batchId: string) => buffer((await readBatch(ctx, batchId)).content);

test("holds a PDF per certificate and a list whose last line is their total", async ({ ctx: past }) => {
  const { ctx, agent } = await aPaidYear(past);
  const batchId = await aMadeBatch(ctx, agent);
  const [kept] = await ctx.db.select({ number: certificates.number }).from(certificates);

  const files = await unzip(await download(agent, batchId));
  const pdf = `Famille-Rousseau_Nahel-Rousseau_${kept?.number}.pdf`;
  expect([...files.keys()]).toEqual(["liste-2026.csv", pdf]);
  expect(pdfText(files.get(pdf) ?? Buffer.of())).toContain(kept?.number);
  const [, line, total] = String(files.get("liste-2026.csv")).split("\r\n");
  expect(line).toBe(
    `${kept?.number};Famille Rousseau;3 rue des Lilas, 59000 Saint-Aubin;Nahel Rousseau;14/03/2021;3,00;0,00`,
  );
  expect(total).toBe("Total;;;;;3,00;0,00");
  expect(await eventTypes(ctx)).toContain("certificates.downloaded");
});

test("is for who may issue, once it is all there", async ({ ctx: past }) => {
  const { ctx, agent, guardian } = await aPaidYear(past);
  await askBatch(agent, { year: 2026 });
  const [batch] = await ctx.db.select({ id: certificateBatches.id }).from(certificateBatches);
  const batchId = batch?.id ?? "";
  expect(await codeOf(readBatch(agent, batchId))).toBe("not_found");
  await makeAll(ctx, batchId);

  const auditor = await aMemberOfStaff(ctx, "auditor");
  expect(await codeOf(readBatch(auditor.agent, batchId))).toBe("forbidden");
  expect(await codeOf(readBatch(guardian, batchId))).toBe("forbidden");
  expect(await codeOf(readBatch(agent, "autre"))).toBe("not_found");
  expect((await readBatch(agent, batchId)).name).toBe("attestations-fiscales-2026.zip");
});

test("breaks off rather than giving an archive that lacks a file", async ({ ctx: past }) => {
  const { ctx, agent } = await aPaidYear(past);
  const batchId = await aMadeBatch(ctx, agent);
  const [key = ""] = await keysOf(ctx);
  await fileStorage().delete(key);
  await expect(download(agent, batchId)).rejects.toThrow();
});
