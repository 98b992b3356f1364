import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { contactBroadcasts, contactThreads, emails } from "@/db/schema";
import { announceBroadcast } from "@/lib/contact/broadcasts/announce-broadcast";
import { broadcastMessage } from "@/lib/contact/broadcasts/broadcast-message";
import { listBroadcasts } from "@/lib/contact/broadcasts/queries";
import { markThread } from "@/lib/contact/mark-thread";
import { listThreads } from "@/lib/contact/queries/family";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { anAgent, people, reply } from "../exchanges";

const send = (ctx: Context, values: Partial<Parameters<typeof broadcastMessage>[1]> = {}) =>
  broadcastMessage(ctx, {
    audience: "everyone",
    subject: "other",
    title: "Grève jeudi",
    body: "L’accueil du matin est fermé jeudi.",
    clientKey: randomUUID(),
    ...values,
  });

test("each family gets an exchange of its own, and answers it alone", async ({ ctx }) => {
  const { household, guardian, otherHousehold, stranger, agent } = await people(ctx);
  expect(await send(agent)).toEqual({ households: 2 });
  const [mine] = await listThreads(guardian, household.id);
  const [theirs] = await listThreads(stranger, otherHousehold.id);
  expect([mine, theirs]).toMatchObject([
    { title: "Grève jeudi", isUnread: true },
    { title: "Grève jeudi", isUnread: true },
  ]);
  await reply(later(guardian, 1), mine?.id ?? "", { body: "Et l’après-midi ?" });
  expect(await listThreads(stranger, otherHousehold.id)).toMatchObject([{ status: "waiting_family" }]);

  await markThread(later(guardian, 2), { threadId: mine?.id ?? "" });
  expect(await listBroadcasts(agent)).toMatchObject([{ households: 2, read: 1, author: "Nadia Petit" }]);
});

test("sent twice it is one, and families are told once each, even after a crash", async ({ ctx }) => {
  const { agent } = await people(ctx);
  const clientKey = randomUUID();
  await send(agent, { clientKey });
  expect(await send(agent, { clientKey })).toEqual({ households: 2 });
  for (const other of [{ body: "Autre" }, { title: "Autre" }, { audience: "day", day: "2026-09-20" }] as const) {
    await expect(send(agent, { clientKey, ...other })).rejects.toMatchObject({ code: "message_already_sent" });
  }
  expect(await ctx.db.$count(contactThreads)).toBe(2);

  const [broadcast] = await ctx.db.select().from(contactBroadcasts);
  await announceBroadcast(ctx, { broadcastId: broadcast?.id ?? "" });
  await announceBroadcast(ctx, { broadcastId: broadcast?.id ?? "" });
  expect(await ctx.db.$count(emails)).toBe(3);
});

test("to nobody it is not sent, and only agents who publish send it", async ({ ctx }) => {
  const { guardian, agent } = await people(ctx);
  const toNobody = send(agent, { audience: "day", day: "2026-09-20" });
  await expect(toNobody).rejects.toMatchObject({ code: "no_family_concerned" });
  await expect(send(guardian)).rejects.toMatchObject({ code: "forbidden" });
  await expect(send(await anAgent(ctx, "revenue_officer"))).rejects.toMatchObject({ code: "forbidden" });
});
