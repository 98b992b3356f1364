import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  findFreeCells,
  inState,
  requestCells,
  signIn,
  startJourneys,
} from "../support/journey";

const journeys = startJourneys();

test("a parent requests three evenings, pays by card at PayFiP, sees R, and finds receipt and e-mail", async () => {
  const { page, leave } = await journeys.visit({ acceptDownloads: true });
  await signIn(page, "parent@exemple.fr");
  await expectAccessible(page);

  const evenings = await findFreeCells(page, "Nahel", "Soir", 3);
  const month = page.url();
  await requestCells(page, evenings);
  await expectAccessible(page);

  await page.goto("/panier");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Valider mes réservations avec prépaiement" }).click();
  await page.getByText("Référence de la dette").waitFor();
  await page.getByText("Adresse électronique").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Payer par carte bancaire" }).click();

  await page.waitForURL(/\/paiement\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await expectAccessible(page);

  await page.goto(month);
  for (const evening of evenings) {
    await page.getByRole("button", { name: inState(evening, "réservé"), exact: true }).waitFor();
  }

  await page.goto("/prepaiements");
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /PDF/ }).first().click();
  const receipt = await download;
  expect(receipt.suggestedFilename()).toMatch(/^REC\d{10}\.pdf$/);
  expect(readFileSync(await receipt.path()).subarray(0, 5).toString()).toBe("%PDF-");
  await leave();

  const admin = await journeys.visit();
  await signIn(admin.page, "admin@exemple.fr");
  await expect
    .poll(async () => {
      await admin.page.goto("/admin/messages/envois");
      return admin.page.getByText(/Paiement confirmé/).count();
    }, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await expectAccessible(admin.page);
  await admin.leave();
});

test("a refused card changes nothing; the second try at Systempay books the Wednesday", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent2@exemple.fr");
  const child = await firstChild(page);
  const [wednesday = ""] = await findFreeCells(page, child, "Journée", 1);
  const month = page.url();
  await requestCells(page, [wednesday]);

  await payAtSystempay(page, /refus/i);
  await page.getByRole("heading", { name: "Paiement refusé" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(wednesday, "demande en attente de paiement"), exact: true }).waitFor();

  await payAtSystempay(page, /accept/i);
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(wednesday, "réservé"), exact: true }).waitFor();
  await leave();
});

test("on a phone, one books, withdraws and pays without anything sticking out", async () => {
  const { page, leave } = await journeys.visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await signIn(page, "parent2@exemple.fr");
  for (const path of ["/accueil", "/reservations", "/panier", "/prepaiements"]) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await leave();
});
