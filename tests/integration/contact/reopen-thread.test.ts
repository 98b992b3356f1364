import { expect } from "vitest";
import { closeThread } from "@/lib/contact/close-thread";
import { getThread } from "@/lib/contact/queries/family";
import { reopenThread } from "@/lib/contact/reopen-thread";
import { test } from "../../support/database";
import { open, people } from "./exchanges";

test("goes back among what is to be handled", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  await expect(reopenThread(agent, { threadId })).rejects.toMatchObject({ code: "already_decided" });
  await closeThread(agent, { threadId });
  await expect(reopenThread(guardian, { threadId })).rejects.toMatchObject({ code: "forbidden" });
  await reopenThread(agent, { threadId });
  expect(await getThread(guardian, threadId)).toMatchObject({ status: "to_handle" });
});
