import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { contactMessages } from "@/db/schema";
import { closeThread } from "@/lib/contact/close-thread";
import { getThread } from "@/lib/contact/queries/family";
import { getStaffThread, listInbox } from "@/lib/contact/queries/inbox";
import { test } from "../../support/database";
import { aPdf } from "../../support/files";
import { anAgent, later, open, people, reply } from "./exchanges";

const inbox = { q: "", etat: "to_handle", pour: "tous", page: 1 } as const;

test("each word hands the exchange over to the other side", async ({ ctx }) => {
  const { household, guardian, second, agent } = await people(ctx);
  const id = await open(guardian, household.id);
  expect(await listInbox(agent, inbox)).toMatchObject({ total: 1, threads: [{ id, isUnread: true }] });

  await reply(later(agent, 1), id, { files: [{ fileName: "plan.pdf", bytes: aPdf() }] });
  const answered = await getStaffThread(agent, id);
  expect(answered).toMatchObject({ status: "waiting_family", assignedTo: agent.actor.accountId });
  expect(answered.messages.map(({ author, isStaff }) => [author, isStaff])).toEqual([
    ["Cédric Rousseau", false],
    ["Nadia Petit", true],
  ]);
  expect((await getThread(guardian, id)).messages.map(({ author }) => author)).toEqual(["Cédric Rousseau", null]);

  await reply(later(second, 2), id, { body: "Merci" });
  expect(await getThread(guardian, id)).toMatchObject({ status: "to_handle" });
  await reply(later(agent, 3), id, { close: "on" });
  expect(await getThread(guardian, id)).toMatchObject({ status: "closed" });
  await reply(later(guardian, 4), id, { body: "Une dernière chose" });
  expect(await getThread(guardian, id)).toMatchObject({ status: "to_handle" });
});

test("a family cannot close it by forging the form, nor answer another family's", async ({ ctx }) => {
  const { household, guardian, stranger, agent } = await people(ctx);
  const id = await open(agent, household.id);
  await reply(guardian, id, { close: "on" });
  expect(await getThread(guardian, id)).toMatchObject({ status: "to_handle" });
  await expect(reply(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(reply(guardian, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  await expect(reply(await anAgent(ctx, "auditor"), id)).rejects.toMatchObject({ code: "forbidden" });
});

test("an agent who has not seen the last word reads it before answering", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const id = await open(guardian, household.id);
  const seenMessageId = (await getStaffThread(agent, id)).messages.at(-1)?.id ?? "";
  const colleague = await anAgent(ctx);
  await reply(later(colleague, 1), id, { seenMessageId });
  await expect(reply(later(agent, 2), id, { seenMessageId })).rejects.toMatchObject({ code: "changed_meanwhile" });
  expect(await ctx.db.$count(contactMessages)).toBe(2);
  // Their own word is no news to them.
  await reply(later(colleague, 3), id, { seenMessageId });
});

test("an answer repeated is one, and is not lost by a closing at the same moment", async ({ committed }) => {
  const { household, guardian, agent } = await people(committed);
  const id = await open(guardian, household.id);
  const clientKey = randomUUID();
  await Promise.all([
    reply(agent, id, { clientKey }),
    reply(agent, id, { clientKey }),
    closeThread(await anAgent(committed), { threadId: id }),
  ]);
  expect(await committed.db.$count(contactMessages)).toBe(2);
});
