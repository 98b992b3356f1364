import { expect } from "vitest";
import { facilities } from "@/db/schema";
import { createFacility } from "@/lib/catalogue/facilities/create-facility";
import { facilityInput } from "@/lib/catalogue/facilities/input";
import { test } from "../../../support/database";
import { agentOf, lastEvent } from "../agents";
import { typedFacility } from "./scene";

test("adds a structure and leaves its trace", async ({ ctx }) => {
  const { facilityId } = await createFacility(
    agentOf(ctx),
    facilityInput.parse({ ...typedFacility, alsaceMoselle: "on" }),
  );
  expect(await ctx.db.select().from(facilities)).toMatchObject([
    { id: facilityId, name: "École Jean-Moulin", schoolZone: "B", alsaceMoselle: true, archivedAt: null },
  ]);
  expect(await lastEvent(ctx, "facility.created")).toMatchObject({ subjectId: facilityId });
});

test("is an administrator's", async ({ ctx }) => {
  const input = facilityInput.parse(typedFacility);
  await expect(createFacility(agentOf(ctx, "billing_officer"), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(createFacility({ ...ctx, actor: { kind: "visitor" } }, input)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});

test("tells what is wrong beside each field", () => {
  const { error } = facilityInput.safeParse({ ...typedFacility, name: " ", phone: "12", schoolZone: "D" });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["name", "phone", "schoolZone"]);
});
