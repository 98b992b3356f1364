import { describe, expect } from "vitest";
import { householdMembers, type ReceiptView, receipts } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import type { Context } from "@/lib/core/context";
import { indexHouseholds } from "@/lib/families/index-household";
import { PAGE_SIZE, searchHouseholds } from "@/lib/families/queries/search-households";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import { aChild, aHousehold, aPerson } from "../../support/factories";

async function aFamily(ctx: Context, name: string, adult: Parameters<typeof aPerson>[1], child: string) {
  const household = await aHousehold(ctx, { name });
  const person = await aPerson(ctx, { lastName: name, ...adult });
  await ctx.db.insert(householdMembers).values({ householdId: household.id, personId: person.id, role: "guardian" });
  await aChild(ctx, household, { firstName: child, lastName: name });
  return household;
}

async function aTown(ctx: Context) {
  const rousseau = await aFamily(
    ctx,
    "Rousseau",
    { firstName: "Élodie", phone: "+33612345678", email: "elodie@exemple.fr" },
    "Naël",
  );
  const benali = await aFamily(ctx, "Benali", { firstName: "Samir", phone: "+33698765432" }, "Elsa-Rose");
  const elsa = await aFamily(ctx, "Elsa", { firstName: "Rousseline" }, "Tom");
  await indexHouseholds(ctx, [rousseau.id, benali.id, elsa.id]);
}

const found = async (ctx: Context, text: string) =>
  (await searchHouseholds(ctx, { text })).households.map(({ name }) => name);

describe("families are found", () => {
  test.for([
    ["by name, whatever the accents and the case", "ROUSSEAU", ["Rousseau"]],
    ["by a child", "nael", ["Rousseau"]],
    ["by several words in any order", "rousseau elodie", ["Rousseau"]],
    ["by a piece of a word, who bears the name first", "els", ["Elsa", "Benali"]],
    ["by a number, spaced", "06 12 34 56 78", ["Rousseau"]],
    ["by a number, with its country", "+33 (0)6.12.34", ["Rousseau"]],
    ["by the end of a number and a name", "5432 samir", ["Benali"]],
    ["by an address", "Elodie@Exemple.fr", ["Rousseau"]],
    ["all, by name, when nothing is asked", "  ", ["Benali", "Elsa", "Rousseau"]],
    ["all when only signs are typed", "%_'", ["Benali", "Elsa", "Rousseau"]],
    ["not at all by words of several families", "nael samir", []],
  ] as const)("%s", async ([, text, names], { ctx }) => {
    await aTown(ctx);
    expect(await found(ctx, text)).toEqual(names);
  });
});

test("says who they are", async ({ ctx }) => {
  await aTown(ctx);
  const { total, households } = await searchHouseholds(ctx, { text: "nael" });
  expect(total).toBe(1);
  expect(households).toEqual([
    expect.objectContaining({ adults: ["Élodie Rousseau"], children: ["Naël"], phone: "+33612345678" }),
  ]);
});

test("a family is found by the number of a receipt", async ({ ctx }) => {
  const { guardian, order, household } = await aCart(ctx);
  const { paymentId } = await checkout(guardian, order);
  if (!paymentId) throw new Error("nothing was left to pay");
  await indexHouseholds(ctx, [household.id]);
  await ctx.db.insert(receipts).values({
    number: "REC2026000042",
    householdId: household.id,
    paymentId,
    issuedAt: ctx.now,
    view: {} as ReceiptView,
  });
  expect(await found(ctx, " rec2026 000042 ")).toEqual(["Rousseau"]);
});

test("comes page by page", async ({ ctx }) => {
  const households = await Promise.all(
    Array.from({ length: PAGE_SIZE + 2 }, (_, i) => aHousehold(ctx, { name: `Foyer ${String(i).padStart(2, "0")}` })),
  );
  await indexHouseholds(
    ctx,
    households.map(({ id }) => id),
  );
  const second = await searchHouseholds(ctx, { text: "foyer", page: 2 });
  expect(second).toMatchObject({ total: PAGE_SIZE + 2, households: [{ name: "Foyer 25" }, { name: "Foyer 26" }] });
});

test("is for those who may read families", async ({ ctx }) => {
  const as = (role: "animator" | "auditor"): Context => ({ ...ctx, actor: { kind: "agent", accountId: "a", role } });
  await expect(searchHouseholds(as("animator"), { text: "" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(searchHouseholds(as("auditor"), { text: "" })).resolves.toEqual({ total: 0, households: [] });
});
