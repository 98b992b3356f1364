import { describe, expect } from "vitest";
import { householdMembers } from "@/db/schema";
import { findDuplicates } from "@/lib/accounts/sign-up/find-duplicates";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { aChild, aHousehold, aPerson } from "../../../support/factories";
import { address, adult } from "./requests";

const data = {
  adult: { ...adult, title: "mme" as const, phone: "+33612345678" },
  address,
  children: [{ firstName: "Zoé", lastName: "Martin-Leroy", birthDate: "2019-05-20" }],
};

const reasonsFound = async (ctx: Context) => {
  const found = await findDuplicates(ctx, [{ id: "1", data }]);
  return (found.get("1") ?? []).map(({ reasons }) => reasons);
};

async function aGuardian(ctx: Context, values: Parameters<typeof aPerson>[1]) {
  const household = await aHousehold(ctx);
  const person = await aPerson(ctx, { firstName: "Autre", lastName: "Personne", ...values });
  await ctx.db.insert(householdMembers).values({ householdId: household.id, personId: person.id, role: "guardian" });
}

describe("finds", () => {
  test.for([
    ["the same child", { firstName: "Zoé", lastName: "Martin-Leroy" }],
    ["without accent or hyphen", { firstName: "ZOE", lastName: "MARTIN LEROY" }],
    ["its two names the other way round", { firstName: "Martin-Leroy", lastName: "Zoé" }],
    ["its double name the other way round", { firstName: "Zoé", lastName: "Leroy Martin" }],
    ["under its birth name", { firstName: "Zoé", lastName: "Dupont", birthName: "Martin-Leroy" }],
  ])("a child: %s", async ([, names], { ctx }) => {
    await aChild(ctx, await aHousehold(ctx), { birthDate: "2019-05-20", ...(names as object) });
    expect(await reasonsFound(ctx)).toEqual([["child"]]);
  });

  test.for([
    ["adult", { firstName: "ines", lastName: "leroy martin", birthDate: "1988-04-02" }],
    ["email", { email: "Ines@Exemple.fr" }],
    ["phone", { phone: "+33612345678" }],
    ["phone", { homePhone: "+33612345678" }],
  ] as const)("an adult by %s", async ([reason, values], { ctx }) => {
    await aGuardian(ctx, values);
    expect(await reasonsFound(ctx)).toEqual([[reason]]);
  });

  test.for(["12 avenue de la Gare", "12, Av. de la Gare", "12 AVENUE GARE"])(
    "a household at %s",
    async (street, { ctx }) => {
      await aHousehold(ctx, { street, postalCode: "59223" });
      expect(await reasonsFound(ctx)).toEqual([["address"]]);
    },
  );

  test("all the reasons of one household, the household that says most first", async ({ ctx }) => {
    await aHousehold(ctx, { street: address.street, postalCode: "59223" });
    const same = await aHousehold(ctx, { street: address.street, postalCode: "59223" });
    await aChild(ctx, same, { firstName: "Zoé", lastName: "Martin-Leroy", birthDate: "2019-05-20" });
    expect(await reasonsFound(ctx)).toEqual([["child", "address"], ["address"]]);
  });
});

test("finds nobody in a name alone, a birth date alone, another number of the street or another town", async ({
  ctx,
}) => {
  await aChild(ctx, await aHousehold(ctx), { firstName: "Zoé", lastName: "Martin-Leroy", birthDate: "2018-05-20" });
  await aChild(ctx, await aHousehold(ctx), { firstName: "Lina", lastName: "Petit", birthDate: "2019-05-20" });
  await aHousehold(ctx, { street: "14 avenue de la Gare", postalCode: "59223" });
  await aHousehold(ctx, { street: "12 avenue de la Gare", postalCode: "59200" });
  expect(await reasonsFound(ctx)).toEqual([]);
});
