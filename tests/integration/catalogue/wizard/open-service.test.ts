import { asc } from "drizzle-orm";
import { expect } from "vitest";
import { activities, ageGroups, facilities, revenueOffices, slotOccurrences, tariffs } from "@/db/schema";
import { serviceInput } from "@/lib/catalogue/wizard/input";
import { openService } from "@/lib/catalogue/wizard/open-service";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../../support/database";
import { aChild, aHousehold, enroll, guardianOf } from "../../../support/factories";
import { agentOf, lastEvent } from "../agents";
import { typedCanteen } from "./typed";

test("opens a canteen in an empty town, which a family then books", async ({ ctx }) => {
  const opened = await openService(agentOf(ctx), serviceInput.parse(typedCanteen));

  expect(opened).toMatchObject({ openedDays: 22, slotIds: [expect.any(Number)] });
  expect(await ctx.db.select().from(activities)).toMatchObject([
    { name: "Cantine", kind: "lunch", billingMode: "prepaid", isChildcare: false },
  ]);
  expect(await ctx.db.select().from(ageGroups)).toMatchObject([
    { name: "Élémentaire", grades: expect.arrayContaining(["CE1"]) },
  ]);
  const days = await ctx.db.select().from(slotOccurrences).orderBy(asc(slotOccurrences.date));
  expect(days[0]).toMatchObject({ date: "2026-09-10", capacity: 60 });
  expect(await lastEvent(ctx, "service.opened")).toMatchObject({ subjectId: opened.activityId });

  const household = await aHousehold(ctx);
  const [pupil, toddler] = [
    await aChild(ctx, household, { gradeLevel: "CE1" }),
    await aChild(ctx, household, { gradeLevel: "GS" }),
  ];
  for (const child of [pupil, toddler]) await enroll(ctx, child, { id: opened.activityId });
  const guardian = await guardianOf(ctx, household);
  const [slotId = 0] = opened.slotIds;
  const book = (child: { id: string }) =>
    requestSlots(guardian, { householdId: household.id, cells: [{ childId: child.id, slotId, date: "2026-09-18" }] });
  expect(await book(pupil)).toMatchObject({ cart: { count: 1, totalCents: 350 } });
  await expect(book(toddler)).rejects.toMatchObject({ code: "wrong_age_group" });
});

test("takes what exists: a second service in the same structure, with the same régie, tariff and group", async ({
  ctx,
}) => {
  const agent = agentOf(ctx);
  await openService(agent, serviceInput.parse(typedCanteen));
  const [[facility], [office], [tariff]] = [
    await ctx.db.select().from(facilities),
    await ctx.db.select().from(revenueOffices),
    await ctx.db.select().from(tariffs),
  ];
  const known = { facilityId: facility?.id, officeId: office?.id, tariffId: tariff?.id, activityName: "Goûter" };
  await openService(agent, serviceInput.parse({ ...typedCanteen, ...known }));

  expect(await ctx.db.select().from(activities)).toHaveLength(2);
  for (const table of [facilities, revenueOffices, tariffs, ageGroups]) {
    expect(await ctx.db.select().from(table)).toHaveLength(1);
  }
});

test("all of it or nothing: a calendar that is not published leaves no structure behind", async ({ ctx }) => {
  const opening = openService(agentOf(ctx), serviceInput.parse({ ...typedCanteen, schoolZone: "unknown" }));
  await expect(opening).rejects.toMatchObject({ code: "calendar_unknown" });
  expect(await ctx.db.select().from(facilities)).toEqual([]);
  expect(await ctx.db.select().from(revenueOffices)).toEqual([]);
});

test("what is free needs no price", async ({ ctx }) => {
  const { rule: _, ...unpriced } = typedCanteen;
  await openService(agentOf(ctx), serviceInput.parse({ ...unpriced, billingMode: "free" }));
  expect(await ctx.db.select().from(tariffs)).toMatchObject([{ label: "Gratuit" }]);
});

test("is an administrator's, and tells what is wrong under the names of its own fields", async ({ ctx }) => {
  const opening = openService(agentOf(ctx, "billing_officer"), serviceInput.parse(typedCanteen));
  await expect(opening).rejects.toMatchObject({ code: "forbidden" });

  const wrong = { facilityName: "", officeEmail: "régie", numcli: "12", rule: "{}", slots: "[]" };
  const { error } = serviceInput.safeParse({ ...typedCanteen, ...wrong, slots: typedCanteen.slots });
  expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(
    new Set(["facilityName", "officeEmail", "numcli", "rule"]),
  );
  expect(serviceInput.safeParse({ ...typedCanteen, slots: "[]" }).error?.issues[0]?.path[0]).toBe("slots");
});
