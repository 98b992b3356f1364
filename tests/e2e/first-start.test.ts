import { generateSync } from "otplib";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import { findFoundingUrl } from "@/scripts/founding";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  findFreeCells,
  inState,
  PASSWORD,
  requestCells,
  startJourneys,
} from "../support/journey";
import { aPayfipBank } from "../support/payfip-bank";

const bank = aPayfipBank(); // before the portal, which is told where its bank is
const { portal, visit } = startJourneys({ isEmpty: true });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const ADMIN = "anne.morel@exemple.fr";
const PARENT = "ines.martin@exemple.fr";

async function linkSentTo(recipient: string): Promise<string> {
  const sql = postgres(portal().databaseUrl, { max: 1, onnotice: () => {} });
  const find = async () =>
    (
      await sql`select payload->>'url' as url from emails where recipient = ${recipient} and template = 'account-activation' order by created_at desc`
    )[0]?.url;
  await expect.poll(find, { timeout: 15_000 }).toBeTruthy();
  const url = String(await find());
  await sql.end();
  return url;
}

const pressed = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("until it is founded, every page says so in a sentence; the address serves once", async () => {
  const { page, leave } = await visit(phone);
  for (const path of ["/", "/connexion", "/admin?page=2"]) {
    await page.goto(path);
    await page.getByRole("heading", { name: "Ce portail n’est pas encore en place" }).waitFor();
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect((await fetch(`${portal().url}/api/recus/x/pdf`)).status).toBe(503);
  await page.goto(`/demarrage/${"x".repeat(43)}`);
  await page.getByText("Cette adresse n’est pas la bonne.").waitFor();

  const url = (await findFoundingUrl(portal().databaseUrl, portal().url)) ?? "";
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Nom de l’organisation").fill("Ville de Neuville");
  await page.getByLabel("SIRET").fill("21599990500016");
  await pressed(page, "Mettre le portail en place");
  await page.getByText("Ce SIRET n’existe pas").first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await page.getByLabel("Nom de l’organisation").inputValue()).toBe("Ville de Neuville");

  await page.getByLabel("Nom court").fill("Neuville");
  await page.getByLabel("SIRET").fill("215 999 905 00015");
  await page.getByLabel("Adresse postale").fill("1 place de la Mairie, 59999 Neuville");
  await page.getByLabel("Adresse e-mail du service").fill("famille@exemple.fr");
  await page.getByLabel("Votre prénom et votre nom").fill("Anne Morel");
  await page.getByLabel("Votre adresse e-mail").fill(ADMIN);
  await page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
  await pressed(page, "Mettre le portail en place");
  await page.waitForURL(/\/connexion\?etat=portail-ouvert/);

  await page.goto(url);
  await page.getByText("Ce portail est déjà en place").waitFor();
  expect(await findFoundingUrl(portal().databaseUrl, portal().url)).toBeUndefined();
  await leave();
});

test("from there, an administrator opens a service, and a family books and pays its first day", async () => {
  const { page, leave } = await visit();
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(ADMIN);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await pressed(page, "Se connecter");
  await page.waitForURL(/\/connexion\/second-facteur/);
  const key = ((await page.getByRole("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code à 6 chiffres").fill(generateSync({ secret: key }));
  await pressed(page, "Mettre en place");
  await page.getByText("Gardez ces dix codes de secours.").waitFor();

  await page.goto("/admin/parametres/organisation");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Couleur principale").fill("#ffd500");
  await page.getByText("Cette couleur est trop claire").first().waitFor();
  await page.getByRole("button", { name: /^Prendre #/ }).click();
  await pressed(page, "Enregistrer la couleur");
  await page.getByText("La couleur est en place partout.").waitFor();
  await expectAccessible(page);

  await openService(page);
  await openFamily(page);
  await leave();
  await bookAndPay();
});

/** Mornings and evenings in the school of the town, paid when booked, that ask for no paper. */
async function openService(page: Page): Promise<void> {
  await page.goto("/admin/catalogue/assistant");
  await page.getByRole("link", { name: /périscolaire/i }).click();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Nom de la structure").fill("École du Centre");
  await page.getByLabel("Adresse de la structure").fill("2 rue de l’École, 59999 Neuville");
  await page.getByRole("combobox", { name: "Vacances scolaires" }).selectOption("B");
  await page.getByText(/\d+ jours à ouvrir/).waitFor();
  await page.getByLabel("Nom de la régie").fill("Régie enfance");
  await page.getByLabel("Régisseur").fill("Anne Morel");
  await page.getByLabel("Numéro de client PayFiP").fill("090909");
  await page.getByLabel("Paiement", { exact: true }).selectOption("prepaid");
  await page.getByLabel("Mode de calcul").selectOption("flat");
  await page.getByLabel("Prix (€)", { exact: true }).fill("3,00");
  await page.getByLabel("Prix hors commune (€)").fill("4,50");
  await pressed(page, "Vérifier");
  await page.getByText(/tout est prêt/).waitFor();
  await pressed(page, "Ouvrir ce service");
  await page.getByText("Le service est ouvert.").waitFor();
}

async function openFamily(page: Page): Promise<void> {
  await page.goto("/admin/familles/nouvelle");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Prénom", { exact: true }).fill("Inès");
  await page.getByLabel("Nom", { exact: true }).fill("Martin");
  await page.getByLabel(/^Adresse e-mail/).fill(PARENT);
  await page.getByLabel("Numéro et rue").fill("3 rue des Lilas");
  await page.getByLabel("Code postal").fill("59999");
  await page.getByLabel("Commune").fill("Neuville");
  await pressed(page, "Créer la famille");
  await page.getByRole("heading", { name: "Famille Martin" }).waitFor();

  await pressed(page, "Ajouter un enfant");
  await page.locator("#ajout-firstName").fill("Zoé");
  await page.locator("#ajout-lastName").fill("Martin");
  await page.locator("#ajout-birthDate").fill("2019-05-20");
  await page.locator("#ajout-gradeLevel").selectOption("CE1");
  await pressed(page, "Ajouter");
  await page.getByText("Zoé").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.getByText("Inscrire un enfant…").click();
  await pressed(page, "Inscrire");
  await page
    .getByText(/Validé/)
    .first()
    .waitFor();

  await page.goto("/admin/familles/invitations");
  await pressed(page, "Inviter toutes les familles sans compte");
  await page.getByText("Les invitations partent en arrière-plan.").waitFor();
}

async function bookAndPay(): Promise<void> {
  const { page, leave } = await visit(phone);
  await page.goto(await linkSentTo(PARENT));
  await page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
  await pressed(page, "Ouvrir mon compte");
  await page.waitForURL(/\/(bienvenue|accueil|connexion)/);
  if (page.url().includes("/connexion")) {
    await page.getByLabel("Adresse e-mail").fill(PARENT);
    await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
    await pressed(page, "Se connecter");
    await page.waitForURL(/\/(bienvenue|accueil)/);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const [evening = ""] = await findFreeCells(page, "Zoé", "Soir", 1);
  const month = page.url();
  await requestCells(page, [evening]);

  await page.route("https://www.payfip.gouv.fr/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>PayFiP</title>" }),
  );
  await page.goto("/panier");
  await pressed(page, "Valider mes réservations avec prépaiement");
  await page.waitForURL(/payfip\.gouv\.fr/);
  const idOp = new URL(page.url()).searchParams.get("idop");
  bank.says(idOp, "P");
  const { urlnotif = "", urlredirect = "" } = bank.requestOf(idOp) ?? {};
  const notice = await fetch(urlnotif, { method: "POST", body: new URLSearchParams({ idop: idOp ?? "" }) });
  expect(notice.status).toBe(200);
  await page.goto(urlredirect);
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(evening, "réservé"), exact: true }).waitFor();
  await page.goto("/accueil");
  await page.getByRole("link", { name: "Prépaiements" }).first().waitFor();
  await expectAccessible(page);
  await leave();
}
