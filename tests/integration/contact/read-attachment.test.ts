import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { getThread } from "@/lib/contact/queries/family";
import { readAttachment } from "@/lib/contact/read-attachment";
import { visitor } from "@/lib/core/actor";
import { test } from "../../support/database";
import { aPdf } from "../../support/files";
import { anAgent, open, people } from "./exchanges";

test("is the household's and the agents' who answer", async ({ ctx }) => {
  const { household, guardian, second, stranger, agent } = await people(ctx);
  const id = await open(guardian, household.id, { files: [{ fileName: "a.pdf", bytes: aPdf() }] });
  const attachmentId = (await getThread(guardian, id)).messages[0]?.attachments[0]?.id ?? "";
  for (const reader of [guardian, second, agent]) {
    expect(Buffer.from((await readAttachment(reader, attachmentId)).bytes).equals(aPdf())).toBe(true);
  }
  await expect(readAttachment(stranger, attachmentId)).rejects.toMatchObject({ code: "not_found" });
  await expect(readAttachment(await anAgent(ctx, "animator"), attachmentId)).rejects.toMatchObject({
    code: "forbidden",
  });
  const byVisitor = readAttachment({ ...ctx, actor: visitor }, attachmentId);
  await expect(byVisitor).rejects.toMatchObject({ code: "unauthenticated" });
  for (const forged of [randomUUID(), "1", "' or 1=1"]) {
    await expect(readAttachment(guardian, forged)).rejects.toMatchObject({ code: "not_found" });
  }
});
