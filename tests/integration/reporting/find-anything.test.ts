import { expect } from "vitest";
import { indexHousehold } from "@/lib/families/index-household";
import { findAnything } from "@/lib/reporting/queries/find-anything";
import { test } from "../../support/database";
import { aChild } from "../../support/factories";
import { anInvoice, officer } from "../billing/invoices/bills";

test("leads to a child by the first name, to the family, and to an invoice by a piece of its number", async ({
  ctx,
}) => {
  const { household, invoice } = await anInvoice(ctx);
  await aChild(ctx, household, { firstName: "Maëlle" });
  await indexHousehold(ctx, household.id);
  const agent = await officer(ctx);
  const family = expect.objectContaining({ title: household.name, href: `/admin/familles/${household.id}` });

  expect(await findAnything(agent, "mael")).toEqual([
    { title: "Maëlle", detail: expect.stringContaining("Enfant de"), href: `/admin/familles/${household.id}` },
    family,
  ]);
  expect(await findAnything(agent, household.name)).toEqual([family]);

  const found = { title: "2609PS00001PNB", href: `/admin/facturation/factures/${invoice.id}` };
  expect(await findAnything(agent, "09ps00001")).toMatchObject([found]);
  expect(await findAnything(agent, "2609 PS00001PNB")).toMatchObject([found, family]);
  expect(await findAnything(await officer(ctx, "family_officer"), "09ps00001")).toEqual([]);
});
