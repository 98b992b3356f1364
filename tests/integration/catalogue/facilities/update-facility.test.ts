import { expect } from "vitest";
import { facilities } from "@/db/schema";
import { updateFacilityInput } from "@/lib/catalogue/facilities/input";
import { updateFacility } from "@/lib/catalogue/facilities/update-facility";
import { test } from "../../../support/database";
import { agentOf } from "../agents";
import { aFacility, typedFacility } from "./scene";

test("changes a structure, once: the second agent who saw the old one is told", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const facilityId = await aFacility(agent);
  const change = updateFacilityInput.parse({ ...typedFacility, facilityId, revision: "0", name: "Groupe Jean-Moulin" });

  await updateFacility(agent, change);
  await expect(updateFacility(agent, { ...change, name: "Autre" })).rejects.toMatchObject({
    code: "changed_meanwhile",
  });

  expect(await ctx.db.select().from(facilities)).toMatchObject([{ name: "Groupe Jean-Moulin", revision: 1 }]);
});

test("refuses one that does not exist", async ({ ctx }) => {
  const change = updateFacilityInput.parse({ ...typedFacility, facilityId: crypto.randomUUID(), revision: 0 });
  await expect(updateFacility(agentOf(ctx), change)).rejects.toMatchObject({ code: "not_found" });
});
