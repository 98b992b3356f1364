import { asc } from "drizzle-orm";
import { expect } from "vitest";
import { slotOccurrences } from "@/db/schema";
import { capacityInput } from "@/lib/catalogue/opening/input";
import { setCapacity } from "@/lib/catalogue/opening/set-capacity";
import { test } from "../../../support/database";
import { anOccurrence } from "../../../support/factories";
import { aBookedEvening, agentOf } from "../agents";

test("sets the places of some days, never below those taken, and says how many keep them", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { slot } = await aBookedEvening(ctx);
  await anOccurrence(ctx, slot, { date: "2026-09-25" });
  const typed = (values: object) => capacityInput.parse({ slotId: slot.id, from: "2026-09-18", to: "", ...values });

  expect(await setCapacity(agent, typed({ capacity: "0" }))).toEqual({ changed: 2, kept: 1 });
  expect(await setCapacity(agent, typed({ to: "2026-09-18", capacity: "30" }))).toEqual({ changed: 1, kept: 0 });
  const capacities = await ctx.db.select().from(slotOccurrences).orderBy(asc(slotOccurrences.date));
  expect(capacities.map(({ capacity }) => capacity)).toEqual([30, 0]);
  const nowhere = typed({ from: "2026-10-01", to: "2026-10-02", capacity: "5" });
  await expect(setCapacity(agent, nowhere)).rejects.toMatchObject({ code: "not_found" });
});
