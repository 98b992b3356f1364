import { expect } from "vitest";
import { countConcerned } from "@/lib/documents/publications/count-concerned";
import { test } from "../../../support/database";
import { aChild, enroll } from "../../../support/factories";
import { asAgent } from "../people";
import { twoFamilies } from "./publications";

test("counts families, not children, and refuses who does not publish", async ({ ctx }) => {
  const { activity, concerned } = await twoFamilies(ctx);
  await enroll(ctx, await aChild(ctx, concerned.household), activity);
  const agent = asAgent(ctx, "site_manager");
  expect(await countConcerned(agent, { audience: "everyone" })).toBe(2);
  expect(await countConcerned(agent, { audience: "facility", facilityId: activity.facilityId })).toBe(1);
  expect(await countConcerned(agent, { audience: "activity", activityId: activity.id })).toBe(1);
  expect(await countConcerned(agent, { audience: "activity", activityId: "" })).toBe(0);
  await expect(countConcerned(concerned.guardian, { audience: "everyone" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
