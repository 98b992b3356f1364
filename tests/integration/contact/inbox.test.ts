import { expect } from "vitest";
import { listMatters } from "@/lib/contact/queries/family";
import { listInbox } from "@/lib/contact/queries/inbox";
import { test } from "../../support/database";
import { anActivity, enroll } from "../../support/factories";
import { later, open, people, reply } from "./exchanges";

const asked = { q: "", etat: "to_handle", pour: "tous", page: 1 } as const;

test("what waits longest comes first, and is found by a name or a word", async ({ ctx }) => {
  const { household, guardian, otherHousehold, stranger, agent } = await people(ctx);
  const first = await open(guardian, household.id);
  const second = await open(later(stranger, 1), otherHousehold.id, { body: "Le goûter coûte 100 % trop cher" });
  const ids = async (q: string, etat: "to_handle" | "waiting_family" = "to_handle") =>
    (await listInbox(agent, { ...asked, q, etat })).threads.map(({ id }) => id);
  expect(await ids("")).toEqual([first, second]);
  expect(await ids("benal")).toEqual([second]);
  expect(await ids("100 %")).toEqual([second]);
  expect(await ids("_")).toEqual([]);
  await reply(later(agent, 2), first);
  expect(await ids("")).toEqual([second]);
  expect(await ids("", "waiting_family")).toEqual([first]);
  await expect(listInbox(guardian, asked)).rejects.toMatchObject({ code: "forbidden" });
});

test("a family writes about its children and where they are enrolled", async ({ ctx }) => {
  const { household, child, guardian, stranger } = await people(ctx);
  const activity = await anActivity(ctx);
  await enroll(ctx, child, activity);
  expect(await listMatters(guardian, household.id)).toEqual({
    children: [{ id: child.id, name: "Nahel" }],
    activities: [{ id: activity.id, name: "Périscolaire" }],
  });
  await expect(listMatters(stranger, household.id)).rejects.toMatchObject({ code: "not_found" });
});
