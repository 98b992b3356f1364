import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { contactAttachments, contactMessages, emails } from "@/db/schema";
import { noteThread } from "@/lib/contact/note-thread";
import { countUnreadThreads, getThread, listThreads } from "@/lib/contact/queries/family";
import { getStaffThread } from "@/lib/contact/queries/inbox";
import { readAttachment } from "@/lib/contact/read-attachment";
import { test } from "../../support/database";
import { aPdf } from "../../support/files";
import { later, open, people, reply } from "./exchanges";

const note = (threadId: string) => ({ threadId, body: "Attention : famille en litige.", clientKey: randomUUID() });

test("agents read it, the family sees neither the note nor that anything moved", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const id = await open(guardian, household.id);
  const before = [await getThread(guardian, id), await listThreads(guardian, household.id)];
  const mails = await ctx.db.$count(emails);
  const written = note(id);
  await noteThread(later(agent, 1), written);
  await noteThread(later(agent, 2), written);

  expect([await getThread(guardian, id), await listThreads(guardian, household.id)]).toEqual(before);
  expect(await countUnreadThreads(guardian, household.id)).toBe(0);
  expect(await ctx.db.$count(emails)).toBe(mails);
  const { messages } = await getStaffThread(agent, id);
  expect(messages.filter(({ isInternal }) => isInternal)).toMatchObject([{ body: "Attention : famille en litige." }]);
});

test("what stands beside a note is not the family's either", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const id = await open(guardian, household.id);
  await reply(later(agent, 1), id, { files: [{ fileName: "a.pdf", bytes: aPdf() }] });
  const [attachment] = await ctx.db.select().from(contactAttachments);
  await ctx.db
    .update(contactMessages)
    .set({ isInternal: true })
    .where(eq(contactMessages.id, attachment?.messageId ?? ""));
  await expect(readAttachment(guardian, attachment?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
  await readAttachment(agent, attachment?.id ?? "");
});

test("a family leaves no note", async ({ ctx }) => {
  const { household, guardian } = await people(ctx);
  const id = await open(guardian, household.id);
  await expect(noteThread(guardian, note(id))).rejects.toMatchObject({ code: "forbidden" });
});
