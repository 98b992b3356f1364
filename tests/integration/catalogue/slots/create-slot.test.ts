import { expect } from "vitest";
import { slots, tariffs, tariffVersions } from "@/db/schema";
import { createSlot } from "@/lib/catalogue/slots/create-slot";
import { slotInput } from "@/lib/catalogue/slots/input";
import { test } from "../../../support/database";
import { anActivity, anAgeGroup, aTariff } from "../../../support/factories";
import { agentOf } from "../agents";
import { typedSlot } from "./typed";

test("adds a slot with its group, its tariff and its deadlines", async ({ ctx }) => {
  const activity = await anActivity(ctx);
  const [group, tariff] = [await anAgeGroup(ctx, activity, 3, 5), await aTariff(ctx)];
  const typed = { ...typedSlot, activityId: activity.id, ageGroupId: String(group.id), tariffId: tariff.id };
  const { slotId } = await createSlot(agentOf(ctx), slotInput.parse({ ...typed, nonCareCents: "1,20" }));

  expect(await ctx.db.select().from(slots)).toMatchObject([
    {
      id: slotId,
      ageGroupId: group.id,
      tariffId: tariff.id,
      capacity: 10,
      nonCareCents: 120,
      bookingDeadline: { kind: "daysBefore", days: 7 },
    },
  ]);
});

test("what is free has the free tariff, of which there is one", async ({ ctx }) => {
  const activity = await anActivity(ctx, { billingMode: "free" });
  const input = slotInput.parse({ ...typedSlot, activityId: activity.id });
  await createSlot(agentOf(ctx), input);
  await createSlot(agentOf(ctx), { ...input, label: "Matin" });
  expect(await ctx.db.select().from(tariffs)).toMatchObject([{ label: "Gratuit" }]);
  expect(await ctx.db.select().from(tariffVersions)).toMatchObject([{ rule: { cents: { resident: 0 } } }]);
});

test("refuses no tariff where one pays, an archived tariff, and a group of another structure", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const [activity, other] = [await anActivity(ctx), await anActivity(ctx)];
  const [group, tariff] = [await anAgeGroup(ctx, other, 3, 5), await aTariff(ctx)];
  const input = slotInput.parse({ ...typedSlot, activityId: activity.id, tariffId: tariff.id });
  const refused = (field: string) => ({ details: { fields: { [field]: [expect.any(String)] } } });

  await expect(createSlot(agent, { ...input, tariffId: null })).rejects.toMatchObject(refused("tariffId"));
  await expect(createSlot(agent, { ...input, ageGroupId: group.id })).rejects.toMatchObject(refused("ageGroupId"));
  await ctx.db.update(tariffs).set({ archivedAt: ctx.now });
  await expect(createSlot(agent, input)).rejects.toMatchObject(refused("tariffId"));
  expect(await ctx.db.select().from(slots)).toEqual([]);
});

test.for<[string, object, string]>([
  ["an end before the beginning", { endsAt: "15:00" }, "endsAt"],
  ["no place", { capacity: "0" }, "capacity"],
  ["half a rule", { bookingDeadline: '{"kind":"daysBefore"' }, "bookingDeadline"],
  ["a rule of another kind", { bookingDeadline: '{"kind":"whenever","time":"10:00"}' }, "bookingDeadline"],
])("tells what is wrong: %s", ([, values, field]) => {
  const { error } = slotInput.safeParse({ ...typedSlot, activityId: crypto.randomUUID(), ...values });
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});
