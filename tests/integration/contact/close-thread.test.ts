import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { closeThread } from "@/lib/contact/close-thread";
import { countThreads } from "@/lib/contact/queries/inbox";
import { test } from "../../support/database";
import { open, people } from "./exchanges";

test("is closed once, by an agent", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  await expect(closeThread(guardian, { threadId })).rejects.toMatchObject({ code: "forbidden" });
  await closeThread(agent, { threadId });
  expect(await countThreads(agent)).toEqual({ to_handle: 0, waiting_family: 0, closed: 1 });
  await expect(closeThread(agent, { threadId })).rejects.toMatchObject({ code: "already_decided" });
  await expect(closeThread(agent, { threadId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
});
