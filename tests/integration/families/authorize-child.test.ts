import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { authorizeChild } from "@/lib/families/authorize-child";
import { test } from "../../support/database";
import { aSharedChild, asAgent } from "./shared-child";

test("each parent acts for the child through their own home, a stranger through none", async ({ ctx }) => {
  const { child, mothers, fathers, mother, father, stranger } = await aSharedChild(ctx);
  expect(await authorizeChild(mother, "health:write", child.id)).toEqual({ householdId: mothers.id });
  expect(await authorizeChild(father, "health:write", child.id)).toEqual({ householdId: fathers.id });
  await expect(authorizeChild(stranger, "health:read", child.id)).rejects.toMatchObject({ code: "not_found" });
});

test("an agent by the role; a forged child is a missing one", async ({ ctx }) => {
  const { child, mother } = await aSharedChild(ctx);
  await authorizeChild(asAgent(ctx, "family_officer"), "health:read", child.id);
  await expect(authorizeChild(asAgent(ctx, "admin"), "health:read", child.id)).rejects.toMatchObject({
    code: "forbidden",
  });
  for (const forged of [randomUUID(), "1", mother.actor.personId]) {
    await expect(authorizeChild(mother, "health:read", forged)).rejects.toMatchObject({ code: "not_found" });
  }
});
