import { expect } from "vitest";
import { activities } from "@/db/schema";
import { listShowcase } from "@/lib/catalogue/showcase/queries";
import { test } from "../../support/database";
import { anActivity, aSlot } from "../../support/factories";

test("shows each service and each tariff once, and nothing that is no more", async ({ ctx }) => {
  const activity = await anActivity(ctx);
  const { tariffId } = await aSlot(ctx, activity);
  await aSlot(ctx, activity, { tariffId, capacity: 20 });
  await aSlot(ctx, await anActivity(ctx), { tariffId });
  const free = await anActivity(ctx, { name: "Étude", billingMode: "free", position: 1 });
  await aSlot(ctx, free, { label: "Étude" });

  const visitor = { ...ctx, actor: { kind: "visitor" } } as const;
  const { services, tariffs } = await listShowcase(visitor);
  expect(services.map(({ name, slots, deadlines }) => [name, slots.length, deadlines.length])).toEqual([
    ["Périscolaire", 1, 1],
    ["Étude", 1, 1],
  ]);
  expect(tariffs).toEqual([
    { label: "Accueil du soir", rule: { method: "flat", cents: { resident: 300, nonResident: 450 } } },
  ]);

  await ctx.db.update(activities).set({ archivedAt: ctx.now });
  expect(await listShowcase(visitor)).toEqual({ services: [], tariffs: [] });
});
