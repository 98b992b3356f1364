import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { persons } from "@/db/schema";
import { replaceEmail } from "@/lib/families/replace-email";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";

test("replaces the address where it was that one, and nobody may but who writes families", async ({ ctx }) => {
  const guardian = await guardianOf(ctx, await aHousehold(ctx));
  const { personId } = guardian.actor;
  await ctx.db.update(persons).set({ email: "Ancienne@exemple.fr" }).where(eq(persons.id, personId));
  const input = { personId, oldEmail: "ancienne@exemple.fr", newEmail: "neuve@exemple.fr" };

  expect(await codeOf(replaceEmail(guardian, input))).toBe("forbidden");
  await replaceEmail(ctx, input);
  await replaceEmail(ctx, { ...input, oldEmail: "autre@exemple.fr", newEmail: "fausse@exemple.fr" });

  expect(await ctx.db.select({ email: persons.email }).from(persons)).toEqual([{ email: "neuve@exemple.fr" }]);
});
