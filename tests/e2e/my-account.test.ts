import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, PASSWORD, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function typePasswords(page: Page, current: string, chosen: string): Promise<void> {
  await page.getByLabel("Mot de passe actuel").fill(current);
  await page.getByLabel("Nouveau mot de passe").fill(chosen);
}

const change = (page: Page) => page.getByRole("button", { name: "Changer mon mot de passe" }).click();

test("a calendar reads the family's days at an address of its own, until it is withdrawn", async () => {
  const { page, leave } = await journeys.visit(phone);
  await signIn(page, "parent@exemple.fr");
  await page.goto("/mon-compte");
  await page.getByRole("button", { name: "Créer mon adresse d’agenda" }).click();
  const url = await page.getByLabel("Adresse d’agenda").inputValue();
  expect(await page.getByRole("link", { name: "Ajouter à mon agenda" }).getAttribute("href")).toMatch(/^webcal:/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const read = await fetch(url);
  expect(read.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await read.text()).toMatch(/^BEGIN:VCALENDAR.*SUMMARY:Nahel/s);

  await page.reload();
  await page.getByText("Une adresse est en service depuis").waitFor();
  await page.getByRole("button", { name: "Supprimer l’adresse" }).click();
  await page.getByRole("button", { name: "Créer mon adresse d’agenda" }).waitFor();
  const ended = await fetch(url);
  expect([ended.status, await ended.text()]).toEqual([404, "Cette adresse d’agenda n’est plus en service.\n"]);
  await leave();
});

test("a password changed in one browser signs the other one out, and serves to come back", async () => {
  const chosen = "Grenadine-Verte-42";
  const [here, there] = [await journeys.visit(), await journeys.visit(phone)];
  await signIn(there.page, "parent@exemple.fr");
  await there.page.getByRole("group").filter({ hasText: "Compte" }).last().click();
  await there.page.getByRole("link", { name: "Mon compte" }).filter({ visible: true }).last().click();
  await there.page.getByRole("heading", { name: "Appareils connectés" }).waitFor();
  await expectNoSidewaysScroll(there.page);
  await expectAccessible(there.page);

  await signIn(here.page, "parent@exemple.fr");
  await here.page.getByRole("link", { name: "Mon compte" }).click();
  await expectAccessible(here.page);
  await change(here.page);
  await expect.poll(() => focused(here.page)).toBe("currentPassword");
  await here.page.getByText("2 informations sont à corriger").waitFor();
  await expectAccessible(here.page);

  await typePasswords(here.page, "Autre-Mot-2026", "trop court");
  await here.page.getByRole("link", { name: /trop simple/ }).waitFor();
  await typePasswords(here.page, "Autre-Mot-2026", chosen);
  await here.page.getByText("Ce mot de passe convient.").waitFor();
  await change(here.page);
  await here.page.getByRole("link", { name: "Ce n’est pas votre mot de passe actuel." }).waitFor();
  await expect.poll(() => focused(here.page)).toBe("currentPassword");

  await typePasswords(here.page, PASSWORD, chosen);
  await change(here.page);
  await here.page.getByText("Votre mot de passe est modifié.").waitFor();
  await here.page.getByRole("button", { name: "Tout déconnecter" }).waitFor({ state: "detached" });
  await expectAccessible(here.page);
  await here.page.goto("/accueil");
  expect(new URL(here.page.url()).pathname).toBe("/accueil");

  await there.page.goto("/reservations");
  expect(new URL(there.page.url()).pathname).toBe("/connexion");
  await signIn(there.page, "parent@exemple.fr", chosen);
  await here.leave();
  await there.leave();
});

test("one ends the session of a lost device, then all the others, and stays", async () => {
  const visitors = [await journeys.visit(), await journeys.visit(), await journeys.visit(phone)] as const;
  for (const { page } of visitors) await signIn(page, "parent2@exemple.fr");
  const [{ page: here }, { page: desk }, { page: lost }] = visitors;

  await here.goto("/mon-compte");
  await here.getByText("Cet appareil", { exact: true }).waitFor();
  const endings = here.getByRole("button", { name: /^Mettre fin : / });
  expect(await endings.count()).toBe(2);
  await endings.first().click();
  await here.getByRole("status").filter({ hasText: "L’appareil est déconnecté." }).waitFor();
  await expect.poll(() => endings.count()).toBe(1);
  await lost.goto("/accueil");
  expect(new URL(lost.url()).pathname).toBe("/connexion");

  await here.getByRole("button", { name: "Tout déconnecter" }).click();
  await here.getByRole("status").filter({ hasText: "Vos autres appareils sont déconnectés." }).waitFor();
  await expect.poll(() => endings.count()).toBe(0);
  await expectAccessible(here);
  await desk.goto("/accueil");
  expect(new URL(desk.url()).pathname).toBe("/connexion");
  for (const { leave } of visitors) await leave();
});

test("without JavaScript, one changes the password and ends sessions all the same", async () => {
  const chosen = "Autre-Grenadine-42";
  const [here, other] = [await journeys.visit({ javaScriptEnabled: false }), await journeys.visit()];
  await signIn(other.page, "parent2@exemple.fr");
  await signIn(here.page, "parent2@exemple.fr");

  await here.page.goto("/mon-compte");
  const endings = here.page.getByRole("button", { name: /^Mettre fin : / });
  const count = await endings.count();
  await endings.first().click();
  await here.page.getByText("L’appareil est déconnecté.").waitFor();
  expect(await endings.count()).toBe(count - 1);

  await typePasswords(here.page, "Autre-Mot-2026", chosen);
  await change(here.page);
  await here.page.getByRole("link", { name: "Ce n’est pas votre mot de passe actuel." }).waitFor();
  await typePasswords(here.page, PASSWORD, chosen);
  await change(here.page);
  await here.page.getByText("Votre mot de passe est modifié.").waitFor();
  await here.page.goto("/accueil");
  expect(new URL(here.page.url()).pathname).toBe("/accueil");
  await other.page.goto("/accueil");
  expect(new URL(other.page.url()).pathname).toBe("/connexion");
  await here.leave();
  await other.leave();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
