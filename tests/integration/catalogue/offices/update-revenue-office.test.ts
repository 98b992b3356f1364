import { expect } from "vitest";
import { payments, revenueOffices } from "@/db/schema";
import { createRevenueOffice } from "@/lib/catalogue/offices/create-revenue-office";
import { revenueOfficeInput, updateRevenueOfficeInput } from "@/lib/catalogue/offices/input";
import { updateRevenueOffice } from "@/lib/catalogue/offices/update-revenue-office";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/secrets";
import { test } from "../../../support/database";
import { aHousehold } from "../../../support/factories";
import { agentOf } from "../agents";
import { payfip, systempay } from "./typed";

const change = (officeId: string, values: object, revision = 0) =>
  updateRevenueOfficeInput.parse({ ...values, officeId, revision });

async function aShop(agent: Context) {
  return (await createRevenueOffice(agent, revenueOfficeInput.parse(systempay))).officeId;
}

test("keeps the key when none is typed, and takes another one for another mode", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const officeId = await aShop(agent);
  const key = async () => unseal((await ctx.db.select().from(revenueOffices))[0]?.gatewaySecret ?? "");

  await updateRevenueOffice(agent, change(officeId, { ...systempay, name: "Régie des loisirs", key: "" }));
  expect(await key()).toBe(systempay.key);

  const production = { ...systempay, mode: "PRODUCTION" };
  await expect(updateRevenueOffice(agent, change(officeId, { ...production, key: "" }, 1))).rejects.toMatchObject({
    details: { fields: { key: [expect.any(String)] } },
  });
  await updateRevenueOffice(agent, change(officeId, { ...production, key: "8877665544332211" }, 1));
  expect(await key()).toBe("8877665544332211");

  await updateRevenueOffice(agent, change(officeId, payfip, 2));
  expect(await ctx.db.select().from(revenueOffices)).toMatchObject([{ gateway: "payfip", gatewaySecret: null }]);
});

test("the second agent is told, and a gateway with payments on their way stays", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const officeId = await aShop(agent);
  await updateRevenueOffice(agent, change(officeId, { ...systempay, key: "" }));
  await expect(updateRevenueOffice(agent, change(officeId, systempay))).rejects.toMatchObject({
    code: "changed_meanwhile",
  });

  const household = await aHousehold(ctx);
  await ctx.db.insert(payments).values({
    householdId: household.id,
    revenueOfficeId: officeId,
    gateway: "systempay",
    mode: "TEST",
    orderReference: "PF0000000001",
    amountCents: 300,
    subject: "Périscolaire",
    payerEmail: "cedric@exemple.fr",
    status: "pending",
    createdAt: ctx.now,
  });
  await expect(updateRevenueOffice(agent, change(officeId, payfip, 1))).rejects.toMatchObject({ code: "in_use" });
  await updateRevenueOffice(agent, change(officeId, { ...systempay, key: "", officerName: "Paul Roy" }, 1));
});
