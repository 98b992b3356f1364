import { asc } from "drizzle-orm";
import { expect } from "vitest";
import { tariffs, tariffVersions } from "@/db/schema";
import { createTariff } from "@/lib/catalogue/tariffs/create-tariff";
import { setTariffInput } from "@/lib/catalogue/tariffs/input";
import { renameTariff, setTariff } from "@/lib/catalogue/tariffs/set-tariff";
import { test } from "../../../support/database";
import { agentOf, lastEvent } from "../agents";
import { flat, typedTariff } from "./typed";

const decided = (tariffId: string, validFrom: string, cents: number, revision = 0) =>
  setTariffInput.parse({ tariffId, revision, validFrom, decision: "Délibération", rule: JSON.stringify(flat(cents)) });

test("decides from a date on; what is in force never changes, and days gone by neither", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { tariffId } = await createTariff(agent, typedTariff(flat(300)));

  await setTariff(agent, decided(tariffId, "2027-01-01", 310));
  await setTariff(agent, decided(tariffId, "2027-01-01", 320, 1));
  expect(await ctx.db.select().from(tariffVersions).orderBy(asc(tariffVersions.validFrom))).toMatchObject([
    { validFrom: "2026-09-01", rule: flat(300) },
    { validFrom: "2027-01-01", rule: flat(320), decision: "Délibération" },
  ]);
  expect(await lastEvent(ctx, "tariff.set")).toMatchObject({ subjectId: tariffId });

  for (const date of ["2026-09-01", "2026-09-09"]) {
    await expect(setTariff(agent, decided(tariffId, date, 1, 2))).rejects.toMatchObject({
      details: { fields: { validFrom: [expect.any(String)] } },
    });
  }
  await expect(setTariff(agent, decided(tariffId, "2027-02-01", 1))).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
});

test("a tariff takes another name", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { tariffId } = await createTariff(agent, typedTariff(flat(300)));
  await renameTariff(agent, { tariffId, revision: 0, label: "Repas enfant" });
  expect(await ctx.db.select().from(tariffs)).toMatchObject([{ label: "Repas enfant", revision: 1 }]);
});
