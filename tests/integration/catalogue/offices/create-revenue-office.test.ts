import { expect } from "vitest";
import { revenueOffices } from "@/db/schema";
import { createRevenueOffice } from "@/lib/catalogue/offices/create-revenue-office";
import { revenueOfficeInput } from "@/lib/catalogue/offices/input";
import { unseal } from "@/lib/core/secrets";
import { test } from "../../../support/database";
import { agentOf, lastEvent } from "../agents";
import { payfip, systempay } from "./typed";

test("adds a régie paid by PayFiP", async ({ ctx }) => {
  await createRevenueOffice(agentOf(ctx), revenueOfficeInput.parse(payfip));
  expect(await ctx.db.select().from(revenueOffices)).toMatchObject([
    { name: "Régie enfance", gatewaySettings: { numcli: "012345", saisie: "T" }, gatewaySecret: null },
  ]);
});

test("seals the key of a shop, and writes it nowhere else", async ({ ctx }) => {
  await createRevenueOffice(agentOf(ctx), revenueOfficeInput.parse(systempay));
  const [office] = await ctx.db.select().from(revenueOffices);
  expect(office?.gatewaySecret).not.toContain(systempay.key);
  expect(unseal(office?.gatewaySecret ?? "")).toBe(systempay.key);
  expect(JSON.stringify(await lastEvent(ctx, "revenue-office.created"))).not.toContain(systempay.key);
});

test("is an administrator's", async ({ ctx }) => {
  const creating = createRevenueOffice(agentOf(ctx, "revenue_officer"), revenueOfficeInput.parse(payfip));
  await expect(creating).rejects.toMatchObject({ code: "forbidden" });
});

test.for<[string, object, string[]]>([
  ["five digits", { ...payfip, numcli: "12345" }, ["numcli"]],
  ["no mode", { ...payfip, saisie: undefined }, ["saisie"]],
  ["no shop", { ...systempay, siteId: "1234" }, ["siteId"]],
  ["no key", { ...systempay, key: "" }, ["key"]],
  ["a key with a space", { ...systempay, key: "1122 334455667788" }, ["key"]],
])("tells what is wrong: %s", ([, typed, fields]) => {
  expect(revenueOfficeInput.safeParse(typed).error?.issues.map(({ path }) => path[0])).toEqual(fields);
});
