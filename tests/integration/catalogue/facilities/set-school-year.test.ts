import { expect } from "vitest";
import { facilities } from "@/db/schema";
import { schoolYearInput } from "@/lib/catalogue/facilities/input";
import { removeSchoolYear, setSchoolYear } from "@/lib/catalogue/facilities/set-school-year";
import { test } from "../../../support/database";
import { agentOf } from "../agents";
import { aFacility } from "./scene";

const year = {
  firstDay: "2028-09-04",
  lastDay: "2029-07-06",
  label0: "Vacances de la Toussaint",
  from0: "2028-10-21",
  to0: "2028-11-05",
};

test("types a year that is not published, replaces it, and forgets it", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const facilityId = await aFacility(agent);
  const years = async () => (await ctx.db.select().from(facilities))[0]?.ownSchoolYears;

  await setSchoolYear(agent, schoolYearInput.parse({ facilityId, revision: 0, ...year }));
  expect(await years()).toEqual([
    {
      firstDay: "2028-09-04",
      lastDay: "2029-07-06",
      holidays: [{ label: "Vacances de la Toussaint", firstDayOff: "2028-10-21", lastDayOff: "2028-11-05" }],
    },
  ]);
  await setSchoolYear(agent, schoolYearInput.parse({ facilityId, revision: 1, ...year, lastDay: "2029-07-03" }));
  expect(await years()).toMatchObject([{ lastDay: "2029-07-03" }]);

  const overlapping = schoolYearInput.parse({ facilityId, revision: 2, ...year, firstDay: "2029-01-01" });
  await expect(setSchoolYear(agent, overlapping)).rejects.toMatchObject({ code: "invalid_input" });
  await removeSchoolYear(agent, { facilityId, revision: 2, firstDay: "2028-09-04" });
  expect(await years()).toEqual([]);
});

test("tells what is wrong with a row of holidays", () => {
  const { error } = schoolYearInput.safeParse({
    facilityId: crypto.randomUUID(),
    revision: 0,
    ...year,
    to0: "2028-10-01",
    label1: "Noël",
  });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["to0", "from1"]);
});
