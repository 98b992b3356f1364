import { generateSync } from "otplib";
import type { Locator, Page } from "playwright-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import { addDays, dateOf } from "@/lib/core/calendar";
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
import { pdfText } from "../unit/billing/pdf-text";

const bank = aPayfipBank(); // before the portal, which is told where its bank is
const { portal, visit } = startJourneys({ isEmpty: true });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const ADMIN = "anne.morel@exemple.fr";
const PARENT = "ines.martin@exemple.fr";
const SITE_MANAGER = "marc.petit@exemple.fr";
const BILLING_OFFICER = "lea.robert@exemple.fr";
const today = dateOf(new Date());

async function asked<Row extends postgres.MaybeRow>(work: (sql: postgres.Sql) => Promise<Row[]>): Promise<Row[]> {
  const sql = postgres(portal().databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

async function linkSentTo(recipient: string): Promise<string> {
  const find = async () =>
    (
      await asked(
        (sql) => sql<{ url: string }[]>`
          select payload->>'url' as url from emails
          where recipient = ${recipient} and template in ('account-activation', 'agent-invitation') order by created_at desc`,
      )
    )[0]?.url;
  await expect.poll(find, { timeout: 15_000 }).toBeTruthy();
  return String(await find());
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
  await signInWithSecondFactor(page, ADMIN);

  await page.goto("/admin");
  const steps = page.getByRole("region", { name: "Mettre le portail en service" });
  await steps.getByText("Sept étapes").waitFor();
  await expectAccessible(page);
  await steps.getByRole("link", { name: "Compléter" }).click();
  await page.waitForURL(/\/admin\/parametres\/organisation$/);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Couleur principale").fill("#ffd500");
  await page.getByText("Cette couleur est trop claire").first().waitFor();
  await page.getByRole("button", { name: /^Prendre #/ }).click();
  await pressed(page, "Enregistrer la couleur");
  await page.getByText("La couleur est en place partout.").waitFor();
  await expectAccessible(page);

  await openService(page);
  await openCanteen(page);
  await openFamily(page);
  await inviteAgent(page, SITE_MANAGER, "site_manager");
  await inviteAgent(page, BILLING_OFFICER, "billing_officer");
  await page.goto("/admin");
  await steps.getByText(/sont faites/).waitFor();
  await leave();
  await bookAndPay();
});

test("then a meal of a day gone by is pointed and billed, and the family pays its first invoice", async () => {
  await pointMeal();
  await billMeals();
  await payInvoice();
});

async function signInWithSecondFactor(page: Page, email: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await pressed(page, "Se connecter");
  await page.waitForURL(/\/connexion\/second-facteur/);
  const key = ((await page.getByRole("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code à 6 chiffres").fill(generateSync({ secret: key }));
  await pressed(page, "Mettre en place");
  await page.getByText("Gardez ces dix codes de secours.").waitFor();
}

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

/** Meals that are paid once they are eaten; the calendar begins before today, as for a town that changes portals. */
async function openCanteen(page: Page): Promise<void> {
  await page.goto("/admin/catalogue/assistant");
  await page.getByRole("link", { name: "Cantine" }).click();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Du", { exact: true }).fill(addDays(today, -75));
  await page.getByLabel("Mode de calcul").selectOption("flat");
  await page.getByLabel("Prix (€)", { exact: true }).fill("3,50");
  await page.getByLabel("Prix hors commune (€)").fill("6,00");
  await pressed(page, "Vérifier");
  await page.getByText(/tout est prêt/).waitFor();
  await pressed(page, "Ouvrir ce service");
  await page.getByText("Le service est ouvert.").waitFor();
}

async function inviteAgent(page: Page, email: string, role: string): Promise<void> {
  await page.goto("/admin/agents");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByRole("region", { name: "Inviter un agent" }).getByLabel("Rôle").selectOption(role);
  await pressed(page, "Inviter");
  await page.getByText("L’invitation est partie.").waitFor();
}

/** An agent follows the link of the invitation, and signs in. */
async function arrive(page: Page, email: string, name: string): Promise<void> {
  await page.goto(await linkSentTo(email));
  await page.getByLabel("Prénom et nom").fill(name);
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(PASSWORD);
  await pressed(page, "Ouvrir mon accès");
  await page.getByText("Votre accès est ouvert.").waitFor();
  await signInWithSecondFactor(page, email);
}

/** Nobody had booked the last day on which the canteen was open: the child came all the same. */
async function pointMeal(): Promise<void> {
  const { page, leave } = await visit();
  await arrive(page, SITE_MANAGER, "Marc Petit");
  const [meal] = await asked(
    (sql) => sql<{ slotId: number; date: string }[]>`
      select s.id as "slotId", max(o.date)::text as date from slots s
      join slot_occurrences o on o.slot_id = s.id and o.date < ${today} where s.label = 'Repas' group by s.id`,
  );
  await page.goto(`/admin/pointage?jour=${meal?.date}&creneau=${meal?.slotId}`);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Chercher ou ajouter un enfant").fill("zoé martin");
  await page.getByRole("button", { name: "Ajouter, présent : Zoé Martin" }).click();
  await expect
    .poll(() => asked((sql) => sql`select from reservations where status = 'attended_unbooked'`), { timeout: 10_000 })
    .toHaveLength(1);
  await leave();
}

async function billMeals(): Promise<void> {
  const { page, leave } = await visit();
  await arrive(page, BILLING_OFFICER, "Léa Robert");
  await page.goto("/admin/facturation");
  await page.getByRole("link", { name: "Modifier Régie enfance" }).click();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Série").fill("PS");
  await pressed(page, "Enregistrer");
  await page.getByText("Les réglages sont enregistrés").waitFor();
  await page.getByLabel("Du", { exact: true }).fill(addDays(today, -75));
  await page.getByLabel("Au", { exact: true }).fill(today);
  await pressed(page, "Préparer l’aperçu");
  await page.getByRole("button", { name: /^Émettre 1 facture : 3,50/ }).click();
  await page.locator("header").getByText("Émise", { exact: true }).waitFor({ timeout: 20_000 });
  await expectAccessible(page);
  await leave();
}

async function payInvoice(): Promise<void> {
  const { page, leave } = await visit();
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(PARENT);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await pressed(page, "Se connecter");
  await page.waitForURL(/\/accueil/);
  await page.goto("/factures");
  await page.getByRole("link", { name: "À payer (1)" }).waitFor();
  const number = (await page.getByRole("link", { name: /^\d{4}PS\d{5}$/ }).textContent()) ?? "";
  await payAtBank(page, /^Payer 3,50/);
  await page.getByRole("heading", { name: "Paiement confirmé", exact: true }).waitFor();
  await expectAccessible(page);

  await page.goto("/factures?onglet=historique");
  await page.getByRole("link", { name: number, exact: true }).click();
  await page.getByText("Réglée", { exact: true }).waitFor();
  const pdfOf = async (link: Locator) =>
    pdfText(await (await page.request.get((await link.getAttribute("href")) ?? "")).body());
  const invoice = await pdfOf(page.getByRole("link", { name: "Télécharger le PDF" }));
  for (const words of [`N° ${number}`, "Zoé Martin", "Acquittée"]) expect(invoice).toContain(words);
  await page.goto("/prepaiements");
  const receipt = page.getByRole("row").filter({ hasText: number }).getByRole("link").first();
  expect(await pdfOf(receipt)).toContain(number);
  await leave();
}

/** Leaves for the bank by this button; the bank says yes, tells the portal, and sends the payer back. */
async function payAtBank(page: Page, button: string | RegExp): Promise<void> {
  await page.route("https://www.payfip.gouv.fr/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>PayFiP</title>" }),
  );
  await page.getByRole("button", { name: button }).click();
  await page.waitForURL(/payfip\.gouv\.fr/);
  const idOp = new URL(page.url()).searchParams.get("idop");
  bank.says(idOp, "P");
  const { urlnotif = "", urlredirect = "" } = bank.requestOf(idOp) ?? {};
  const notice = await fetch(urlnotif, { method: "POST", body: new URLSearchParams({ idop: idOp ?? "" }) });
  expect(notice.status).toBe(200);
  await page.goto(urlredirect);
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

  await page.goto("/panier");
  await payAtBank(page, "Valider mes réservations avec prépaiement");
  await page.getByRole("heading", { name: "Paiement confirmé, places réservées" }).waitFor();
  await page.goto(month);
  await page.getByRole("button", { name: inState(evening, "réservé"), exact: true }).waitFor();
  await page.goto("/accueil");
  await page.getByRole("link", { name: "Prépaiements" }).first().waitFor();
  await expectAccessible(page);
  await leave();
}
