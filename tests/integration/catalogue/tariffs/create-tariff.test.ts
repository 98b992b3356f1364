import { expect } from "vitest";
import { tariffVersions } from "@/db/schema";
import { createTariff } from "@/lib/catalogue/tariffs/create-tariff";
import { tariffInput } from "@/lib/catalogue/tariffs/input";
import { tryTariff } from "@/lib/catalogue/tariffs/queries";
import { test } from "../../../support/database";
import { agentOf } from "../agents";
import { flat, typedTariff } from "./typed";

const bands = {
  method: "qf_band",
  bands: {
    resident: [
      { code: "T1", min: 0, max: 400, cents: 50 },
      { code: "T2", min: 400, max: null, cents: 490 },
    ],
    nonResident: [{ code: "E1", min: 0, max: null, cents: 650 }],
  },
};

test("the billing officer adds a tariff and tries it", async ({ ctx }) => {
  const officer = agentOf(ctx, "billing_officer");
  const { tariffId } = await createTariff(officer, typedTariff(bands));
  const asked = { tariffId, date: "2026-09-18", category: "resident" as const };

  expect(await tryTariff(officer, { ...asked, quotient: 399 })).toMatchObject({ cents: 50 });
  expect(await tryTariff(officer, { ...asked, quotient: 400 })).toMatchObject({ cents: 490 });
  expect(await tryTariff(officer, { ...asked, category: "nonResident", quotient: null })).toMatchObject({ cents: 650 });
  const unknown = await tryTariff(officer, { ...asked, quotient: null });
  expect(unknown).toMatchObject({
    cents: 490,
    why: expect.arrayContaining([expect.stringContaining("Quotient inconnu")]),
  });
  await expect(tryTariff(officer, { ...asked, date: "2026-08-31", quotient: 1 })).rejects.toMatchObject({
    code: "price_unknown",
  });
});

test("a family without a quotient may pay what families from elsewhere do", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { tariffId } = await createTariff(agent, typedTariff({ ...bands, missingQuotient: "nonResident" }));
  const price = await tryTariff(agent, { tariffId, date: "2026-09-18", category: "resident", quotient: null });
  expect(price.cents).toBe(650);
  expect(price.why).toContain("Quotient inconnu\u00a0: tarif des familles hors commune");
});

test("is not everyone's", async ({ ctx }) => {
  const creating = createTariff(agentOf(ctx, "site_manager"), typedTariff(flat(300)));
  await expect(creating).rejects.toMatchObject({ code: "forbidden" });
  expect(await ctx.db.select().from(tariffVersions)).toEqual([]);
});

test.for<[string, object, RegExp]>([
  [
    "a gap",
    [
      { code: "T1", min: 0, max: 400, cents: 1 },
      { code: "T2", min: 410, max: null, cents: 2 },
    ],
    /commence à 410/,
  ],
  ["an end", [{ code: "T1", min: 0, max: 400, cents: 1 }], /n’a pas de fin/],
  ["no beginning", [{ code: "T1", min: 100, max: null, cents: 1 }], /la première commence à 0/],
  ["a band of nothing", [{ code: "T1", min: 0, max: null, cents: null }], /montant/],
])("refuses bands with %s", ([, resident, message]) => {
  const { error } = tariffInput.safeParse({
    label: "Repas",
    validFrom: "2026-09-01",
    decision: "",
    rule: JSON.stringify({ ...bands, bands: { ...bands.bands, resident } }),
  });
  expect(error?.issues[0]).toMatchObject({ message: expect.stringMatching(message) });
  expect(error?.issues[0]?.path[0]).toBe("rule");
});
