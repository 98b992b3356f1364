import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { visitor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { countNewPublications, listPublications, listPublicPublications } from "@/lib/documents/publications/queries";
import { readPublication } from "@/lib/documents/publications/read-publication";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { aPdf } from "../../../support/files";
import { asAgent } from "../people";
import { publish, twoFamilies } from "./publications";

const mayRead = (ctx: Context, id: string) =>
  readPublication(ctx, id).then(
    () => true,
    (error: { code: string }) => error.code,
  );

test("the list and the file follow one rule: a family concerned reads it, anyone else finds nothing", async ({
  ctx,
}) => {
  const { activity, concerned, stranger, enrollStranger } = await twoFamilies(ctx);
  const forAll = await publish(ctx, { title: "Pour tous" });
  const forActivity = await publish(ctx, { audience: "activity", activityId: activity.id });
  const forFacility = await publish(ctx, { audience: "facility", facilityId: activity.facilityId });

  for (const id of [forAll, forActivity, forFacility]) expect(await mayRead(concerned.guardian, id)).toBe(true);
  expect(await listPublications(concerned.guardian, concerned.household.id)).toHaveLength(3);

  expect(await listPublications(stranger.guardian, stranger.household.id)).toMatchObject([{ id: forAll }]);
  for (const id of [forActivity, forFacility]) expect(await mayRead(stranger.guardian, id)).toBe("not_found");
  await enrollStranger();
  expect(await mayRead(stranger.guardian, forActivity)).toBe(true);

  await expect(listPublications(stranger.guardian, concerned.household.id)).rejects.toMatchObject({
    code: "not_found",
  });
  for (const id of [forAll, forActivity]) {
    expect(await mayRead({ ...ctx, actor: visitor }, id)).toBe("not_found");
    expect(await mayRead(asAgent(ctx, "animator"), id)).toBe("not_found");
    expect(await mayRead(asAgent(ctx, "site_manager"), id)).toBe(true);
  }
});

test("a stranger reads what is public, between its dates", async ({ ctx }) => {
  const anyone: Context = { ...ctx, actor: visitor };
  const open = await publish(ctx, { isPublic: "on" });
  const planned = await publish(ctx, { isPublic: "on", fromOn: "2026-09-10" });
  const over = await publish(ctx, { isPublic: "on", untilOn: "2026-09-08" });
  expect(await listPublicPublications(anyone)).toMatchObject([{ id: open }]);
  expect(await mayRead(anyone, open)).toBe(true);
  for (const id of [planned, over, randomUUID(), "1", "../secret"]) expect(await mayRead(anyone, id)).toBe("not_found");
});

test("is new until it is opened, and again once it is replaced", async ({ ctx }) => {
  const { concerned } = await twoFamilies(ctx);
  const { guardian, household } = concerned;
  const id = await publish(ctx);
  expect(await countNewPublications(guardian, household.id)).toBe(1);
  const { bytes, fileName } = await readPublication(later(guardian, 1), id);
  expect([Buffer.from(bytes).equals(aPdf()), fileName]).toEqual([true, "menu.pdf"]);
  expect(await countNewPublications(guardian, household.id)).toBe(0);
  expect(await listPublications(guardian, household.id)).toMatchObject([{ isNew: false }]);
});
