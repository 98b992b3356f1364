import { expect } from "vitest";
import { invoiceSettingsInput } from "@/lib/billing/settings/input";
import { getInvoiceSettings, listBillingOffices } from "@/lib/billing/settings/queries";
import { saveInvoiceSettings } from "@/lib/billing/settings/save-invoice-settings";
import { test } from "../../../support/database";
import { aRevenueOffice } from "../../../support/factories";
import { officer } from "../invoices/bills";

const words = (revenueOfficeId: string, series = "PS") => ({
  revenueOfficeId,
  series,
  numberTemplate: "{YY}{MM}{SERIES}{COUNTER:5}PNB",
  creditTemplate: "{YY}{SERIES}A{COUNTER:4}",
  dueDays: 30,
  paymentTerms: "À la régie",
  vatMention: "TVA non applicable",
  disputeContact: "regie@exemple.fr",
});

test("keeps how a régie numbers its invoices, and changes it later", async ({ ctx }) => {
  const { id, name } = await aRevenueOffice(ctx);
  const agent = await officer(ctx);
  expect(await listBillingOffices(agent)).toMatchObject([{ id, name, series: null }]);

  await saveInvoiceSettings(agent, words(id));
  await saveInvoiceSettings(agent, { ...words(id), dueDays: 15 });

  expect((await getInvoiceSettings(agent, id)).settings).toMatchObject({ series: "PS", dueDays: 15 });
});

test("refuses a series that another régie has", async ({ ctx }) => {
  const [one, two] = [await aRevenueOffice(ctx), await aRevenueOffice(ctx, "systempay")];
  const agent = await officer(ctx);
  await saveInvoiceSettings(agent, words(one.id));
  await expect(saveInvoiceSettings(agent, words(two.id))).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { series: ["Une autre régie utilise déjà cette série."] } },
  });
});

test("says beside each field what is wrong with it", () => {
  const { error } = invoiceSettingsInput.safeParse({
    ...words(crypto.randomUUID()),
    series: "é!",
    numberTemplate: "{MM}{COUNTER:5}",
    dueDays: "365",
  });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["series", "dueDays", "numberTemplate"]);
  const same = { ...words(crypto.randomUUID()), creditTemplate: words("").numberTemplate };
  expect(invoiceSettingsInput.safeParse(same).error?.issues).toMatchObject([{ path: ["creditTemplate"] }]);
});

test("is for who bills", async ({ ctx }) => {
  const { id } = await aRevenueOffice(ctx);
  for (const role of ["revenue_officer", "admin", "auditor"] as const) {
    await expect(saveInvoiceSettings(await officer(ctx, role), words(id))).rejects.toMatchObject({ code: "forbidden" });
  }
});
