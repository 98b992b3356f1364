import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import { auditEvents, contactAttachments, contactMessages, contactThreads } from "@/db/schema";
import { getThread, listThreads } from "@/lib/contact/queries/family";
import { getStaffThread } from "@/lib/contact/queries/inbox";
import { visitor } from "@/lib/core/actor";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { test } from "../../support/database";
import { aPdf, aPhoto } from "../../support/files";
import { anAgent, open, people } from "./exchanges";

test("a parent writes; the other parent and the agents read it, nobody else", async ({ ctx }) => {
  const { household, child, guardian, second, stranger, agent, otherHousehold } = await people(ctx);
  const files = [{ fileName: "photo.jpg", bytes: await aPhoto() }];
  const id = await open(guardian, household.id, { childId: child.id, files });

  for (const reader of [guardian, second]) {
    expect(await getThread(reader, id)).toMatchObject({
      subject: "reservation",
      status: "to_handle",
      child: "Nahel",
      messages: [
        { body: "Bonjour, puis-je annuler mardi ?", isStaff: false, attachments: [{ fileName: "photo.jpg" }] },
      ],
    });
  }
  expect(await listThreads(second, household.id)).toMatchObject([{ id, isUnread: false, isLastFromStaff: false }]);
  expect(await getStaffThread(agent, id)).toMatchObject({ household: "Rousseau", assignedTo: null });
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(events).toMatchObject([{ type: "thread.opened", householdId: household.id }]);

  await expect(getThread(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(listThreads(stranger, household.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(open(stranger, household.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getStaffThread(guardian, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(open({ ...ctx, actor: visitor }, household.id)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(open(guardian, otherHousehold.id)).rejects.toMatchObject({ code: "not_found" });
});

test("an agent begins one with a family, which answers it", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const id = await open(agent, household.id, { title: "Votre dossier" });
  expect(await listThreads(guardian, household.id)).toMatchObject([
    { id, title: "Votre dossier", status: "waiting_family", isUnread: true, isLastFromStaff: true },
  ]);
  await expect(open(await anAgent(ctx, "animator"), household.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(open(agent, randomUUID())).rejects.toMatchObject({ code: "not_found" });
});

test("is about a child of the household and an activity that exists", async ({ ctx }) => {
  const { guardian, household } = await people(ctx);
  for (const values of [
    { childId: guardian.actor.personId },
    { childId: randomUUID() },
    { activityId: randomUUID() },
  ]) {
    await expect(open(guardian, household.id, values)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a sending repeated by a telephone is one exchange, other words under its key are refused", async ({
  committed,
}) => {
  const { guardian, household } = await people(committed);
  const clientKey = randomUUID();
  const files = [{ fileName: "a.pdf", bytes: aPdf() }];
  const ids = await Promise.all([1, 2, 3].map(() => open(guardian, household.id, { clientKey, files })));
  expect(new Set(ids).size).toBe(1);
  expect(await committed.db.$count(contactMessages)).toBe(1);
  expect(await committed.db.$count(contactAttachments)).toBe(1);
  const other = open(guardian, household.id, { clientKey, body: "Autre chose" });
  await expect(other).rejects.toMatchObject({ code: "message_already_sent" });

  // A page loaded again sends the same words under the same key, without the files it has lost; a file more is not that.
  expect(await open(guardian, household.id, { clientKey })).toBe(ids[0]);
  const more = open(guardian, household.id, { clientKey, files: [...files, { fileName: "b.pdf", bytes: aPdf() }] });
  await expect(more).rejects.toMatchObject({ code: "message_already_sent" });
  expect(await committed.db.$count(contactAttachments)).toBe(1);
});

test("a file that is empty, too large, disguised or active is refused with everything, and leaves no file", async ({
  ctx,
}) => {
  const { guardian, household } = await people(ctx);
  const put = vi.spyOn(fileStorage(), "put");
  const deleted = vi.spyOn(fileStorage(), "delete");
  const refused: [Buffer, string][] = [
    [Buffer.alloc(0), "file_empty"],
    [Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-"), "file_too_large"],
    [Buffer.from("<html>"), "file_type_refused"],
    [aPdf({ catalog: "/AcroForm << /XFA 9 0 R >>" }), "pdf_active"],
  ];
  for (const [bytes, code] of refused) {
    const files = [
      { fileName: "bon.pdf", bytes: aPdf() },
      { fileName: "mauvais.pdf", bytes },
    ];
    await expect(open(guardian, household.id, { files })).rejects.toMatchObject({ code });
  }
  expect(deleted.mock.calls.map(([key]) => key)).toEqual(put.mock.calls.map(([key]) => key));
  vi.restoreAllMocks();
  expect(await ctx.db.$count(contactThreads)).toBe(0);
});

test("a family writes thirty times an hour", async ({ ctx }) => {
  const { guardian, household } = await people(ctx);
  for (let count = 0; count < 30; count += 1) await open(guardian, household.id);
  await expect(open(guardian, household.id)).rejects.toMatchObject({ code: "too_many_attempts" });
});
