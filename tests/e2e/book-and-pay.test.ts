import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  findFreeCells,
  inState,
  PASSWORD,
  requestCells,
  settled,
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
  expect(receipt.suggestedFilename()).toMatch(/^TEST\d{10}\.pdf$/);
  expect(
    readFileSync(await receipt.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await leave();

  const admin = await journeys.visit();
  await signIn(admin.page, "admin@exemple.fr");
  await expect
    .poll(
      async () => {
        await admin.page.goto("/admin/messages/envois");
        return admin.page.getByText(/Paiement confirmé/).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await expectAccessible(admin.page);
  await admin.leave();
});

test("a refused card changes nothing; the second try at Systempay books the Wednesday", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent2@exemple.fr");
  const [wednesday = ""] = await findFreeCells(page, ".+", "Journée", 1);
  const month = page.url();
  await requestCells(page, [wednesday]);

  await payByCard(page, "4970100000000098");
  await page.getByRole("heading", { name: "Paiement refusé" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(wednesday, "demande en attente de paiement"), exact: true }).waitFor();

  await payByCard(page, "4970100000000000");
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(wednesday, "réservé"), exact: true }).waitFor();
  await leave();
});

/** From the cart to the bank's card form and back. */
async function payByCard(page: Page, number: string): Promise<void> {
  await page.goto("/panier");
  const loisirs = page.getByRole("region", { name: /loisirs/i });
  await loisirs.getByRole("button", { name: "Valider mes réservations avec prépaiement" }).click();
  await page.getByText("Identifiant du marchand").waitFor();
  await page.getByText("Référence commande").waitFor();
  await page.getByLabel("Numéro de carte").fill(number);
  await page.getByLabel("Cryptogramme visuel").fill("123");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Valider" }).click();
  await page.waitForURL(/\/paiement\/[0-9a-f-]{36}$/);
}

test("on a phone, one requests, withdraws, takes it back and pays, and nothing sticks out", async () => {
  const { page, leave } = await journeys.visit({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await signIn(page, "parent@exemple.fr");
  for (const path of ["/accueil", "/reservations", "/panier", "/prepaiements"]) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }

  const cell = await firstFreeCellOfAPhone(page, "Sohan", "Soir");
  await page.getByRole("button", { name: cell, exact: true }).tap();
  await page.getByRole("button", { name: inState(cell, "demande en attente de paiement"), exact: true }).tap();
  await page.getByRole("button", { name: cell, exact: true }).waitFor();
  await page.getByRole("button", { name: "Annuler" }).tap();
  await page.getByRole("button", { name: inState(cell, "demande en attente de paiement"), exact: true }).waitFor();

  await page
    .getByRole("link", { name: /Panier/ })
    .last()
    .tap();
  await page.getByRole("button", { name: "Valider mes réservations avec prépaiement" }).first().tap();
  await page.getByRole("button", { name: "Payer par prélèvement" }).tap();
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await expectNoSidewaysScroll(page);
  await leave();
});

/** Week after week, as a thumb does. */
async function firstFreeCellOfAPhone(page: Page, child: string, slot: string): Promise<string> {
  await page.goto("/reservations");
  for (let week = 0; week < 20; week += 1) {
    const free = page
      .getByRole("button", { name: new RegExp(`^${child}, .*, ${slot}, libre$`) })
      .filter({ visible: true });
    if ((await free.count()) > 0) return (await free.first().getAttribute("aria-label")) ?? "";
    const next = page.getByLabel(/^Semaine suivante/).filter({ visible: true });
    const nextMonth = await next.getAttribute("href");
    await next.tap();
    if (nextMonth) await page.waitForURL(({ href }) => href.endsWith(nextMonth));
  }
  throw new Error("no free cell within twenty weeks");
}

test("by keyboard alone, one signs in, moves in the grid, requests and pays", async () => {
  const { page, leave } = await journeys.visit();
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").focus();
  await page.keyboard.type("parent2@exemple.fr");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/accueil");

  const [evening = ""] = await findFreeCells(page, ".+", "Soir", 1);
  const month = page.url();
  const cell = page.getByRole("button", { name: evening, exact: true });
  await cell.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(evening);
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: inState(evening, "demande en attente de paiement"), exact: true }).waitFor();
  await settled(page);

  await page.goto("/panier");
  const pay = page.getByRole("button", { name: "Valider mes réservations avec prépaiement" }).first();
  for (let tabs = 0; tabs < 60 && !(await pay.evaluate((button) => button === document.activeElement)); tabs += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  const card = page.getByRole("button", { name: "Payer par carte bancaire" });
  await card.waitFor();
  await card.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(evening, "réservé"), exact: true }).waitFor();
  await leave();
});
