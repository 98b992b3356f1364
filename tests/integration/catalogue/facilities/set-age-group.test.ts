import { expect } from "vitest";
import { ageGroups } from "@/db/schema";
import { ageGroupInput } from "@/lib/catalogue/facilities/input";
import { setAgeGroup } from "@/lib/catalogue/facilities/set-age-group";
import { test } from "../../../support/database";
import { agentOf } from "../agents";
import { aFacility } from "./scene";

const typed = (facilityId: string, values = {}) =>
  ageGroupInput.parse({ facilityId, name: "Maternelle", by: "age", minAge: "3", maxAge: "5", ...values });

test("adds a group by age, then receives it by grade", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const facilityId = await aFacility(agent);
  const { groupId } = await setAgeGroup(agent, typed(facilityId));
  await setAgeGroup(agent, typed(facilityId, { groupId, by: "grade", gradePS: "on", gradeGS: "on" }));

  expect(await ctx.db.select().from(ageGroups)).toMatchObject([
    { id: groupId, name: "Maternelle", grades: ["PS", "GS"] },
  ]);
});

test("refuses a group of another structure, or an unknown structure", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const [one, other] = [await aFacility(agent), await aFacility(agent)];
  const { groupId } = await setAgeGroup(agent, typed(one));
  await expect(setAgeGroup(agent, typed(other, { groupId }))).rejects.toMatchObject({ code: "not_found" });
  await expect(setAgeGroup(agent, typed(crypto.randomUUID()))).rejects.toMatchObject({ code: "not_found" });
});

test("tells what is wrong", () => {
  const problems = (values: object) =>
    ageGroupInput
      .safeParse({ facilityId: crypto.randomUUID(), name: "G", by: "age", minAge: "3", maxAge: "5", ...values })
      .error?.issues.map(({ path }) => path[0]);
  expect(problems({ minAge: "7" })).toEqual(["maxAge"]);
  expect(problems({ by: "grade" })).toEqual(["by"]);
  expect(problems({ maxAge: "dix" })).toEqual(["maxAge"]);
});
