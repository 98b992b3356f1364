import { desc } from "drizzle-orm";
import { expect } from "vitest";
import { tariffVersions } from "@/db/schema";
import { createTariff } from "@/lib/catalogue/tariffs/create-tariff";
import { setTariff } from "@/lib/catalogue/tariffs/set-tariff";
import { withdrawVersion } from "@/lib/catalogue/tariffs/withdraw-version";
import { test } from "../../../support/database";
import { agentOf } from "../agents";
import { flat, typedTariff } from "./typed";

test("takes back what is to come, never what is in force", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { tariffId } = await createTariff(agent, typedTariff(flat(300)));
  const next = typedTariff(flat(310), { validFrom: "2027-01-01" });
  await setTariff(agent, { tariffId, revision: 0, validFrom: next.validFrom, decision: null, rule: next.rule });
  const [coming, current] = await ctx.db.select().from(tariffVersions).orderBy(desc(tariffVersions.validFrom));

  await withdrawVersion(agent, { tariffId, revision: 1, versionId: coming?.id ?? 0 });
  const again = withdrawVersion(agent, { tariffId, revision: 2, versionId: current?.id ?? 0 });
  await expect(again).rejects.toMatchObject({ code: "already_decided" });
  expect(await ctx.db.select().from(tariffVersions)).toMatchObject([{ validFrom: "2026-09-01" }]);
});
