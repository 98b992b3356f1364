import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import yauzl from "yauzl";
import { expectAccessible, expectNoSidewaysScroll, PASSWORD, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const email = "camille.durand-lelong@famille-importee.fr";

const list = [
  "Nom enfant;Prénom enfant;Date de naissance;Niveau;Nom parent 1;Prénom parent 1;Mail parent 1;Portable parent 1;Adresse;Code postal;Ville",
  `Durand-Lelong;Éloïse;14/03/2019;CP;Durand-Lelong;Camille;${email};06 12 34 56 78;3 rue des Lilas;59223;Roncq`,
  "Vandamme;;31/02/2019;CP;Vandamme;Louis;louis@;;4 rue du Bac;59223;Roncq",
].join("\r\n");

async function checked(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** The link in the last message of a template to someone, as its reader would open it. */
async function linkSent(template: string, recipient: string): Promise<string> {
  const sql = postgres(journeys.portal().databaseUrl, { max: 1, onnotice: () => {} });
  const find = async () =>
    (
      await sql`select payload->>'url' as url from emails where template = ${template} and recipient = ${recipient}
        order by created_at desc limit 1`
    )[0]?.url;
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
  const url = String(await find());
  await sql.end();
  return url;
}

test("a known family, from a list in Windows-1252 to its first visit", async () => {
  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/familles");
  await agent.page.getByRole("link", { name: "Importer" }).click();
  await agent.page.getByLabel("Votre fichier").waitFor();
  await checked(agent.page);
  const upload = { name: "familles.csv", mimeType: "text/csv", buffer: Buffer.from(list, "latin1") };
  await agent.page
    .getByLabel("Votre fichier")
    .setInputFiles({ ...upload, buffer: Buffer.from([0xff, 0xd8, 0xff, 0, 1]) });
  await agent.page.getByRole("button", { name: "Lire le fichier" }).click();
  await agent.page.getByRole("alert").filter({ hasText: "ni un CSV ni un classeur Excel" }).waitFor();
  await agent.page.getByLabel("Votre fichier").setInputFiles(upload);
  await agent.page.getByRole("button", { name: "Lire le fichier" }).click();
  await agent.page.getByText("CSV, Windows-1252, points-virgules").waitFor();
  expect(await agent.page.getByLabel("Contenu de la colonne Prénom enfant").inputValue()).toBe("child.firstName");
  await checked(agent.page);
  await agent.page.getByRole("button", { name: "Essayer l’import" }).click();
  await agent.page.getByText("Cette date ne se lit pas").waitFor();
  await checked(agent.page);
  await agent.page.getByRole("button", { name: "Importer 1 famille" }).click();
  await agent.page.getByRole("link", { name: "Éloïse Durand-Lelong" }).waitFor();
  await checked(agent.page);
  const [report] = await Promise.all([
    agent.page.waitForEvent("download"),
    agent.page.getByRole("link", { name: "Télécharger le rapport" }).click(),
  ]);
  const lines = readFileSync(await report.path(), "utf8");
  expect(lines).toContain("1;2;Éloïse Durand-Lelong;importée");
  expect(lines).toMatch(/1;3;.*à corriger;Date de naissance;31\/02\/2019;/);

  await agent.page.getByRole("link", { name: "Éloïse Durand-Lelong" }).click();
  await agent.page.getByRole("heading", { name: "Famille Durand-Lelong" }).waitFor();
  await agent.page.goto("/admin/familles/invitations");
  await agent.page.getByRole("button", { name: "Inviter toutes les familles sans compte" }).click();
  await agent.page.getByText("Les invitations partent en arrière-plan.").waitFor();
  const link = await linkSent("account-activation", email);
  await agent.leave();

  const { page, leave } = await journeys.visit(phone);
  await page.goto(link);
  await page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
  await page.getByText("Ce mot de passe convient.").waitFor();
  await checked(page);
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.waitForURL(/\/bienvenue$/);
  await page.goto("/ma-famille");
  await page
    .getByRole("heading", { name: /Éloïse/ })
    .first()
    .waitFor();
  await leave();
});

test("an address is changed once both mailboxes have said so", async () => {
  const { page, leave } = await journeys.visit(phone);
  const chosen = "cedric.rousseau@nouvelle-adresse.fr";
  await signIn(page, "parent@exemple.fr");
  await page.goto("/mon-compte");
  await page.getByText("Changer mon adresse").click();
  await page.getByLabel("Nouvelle adresse e-mail").fill(chosen);
  await page.getByLabel("Votre mot de passe").fill("Autre-Mot-2026");
  await page.getByRole("button", { name: "Envoyer les deux liens" }).click();
  await page.getByRole("link", { name: "Ce n’est pas votre mot de passe actuel." }).waitFor();
  await checked(page);
  await page.getByLabel("Votre mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Envoyer les deux liens" }).click();
  await page.getByText("Un lien vient d’être envoyé à chacune des deux adresses.").waitFor();
  await checked(page);

  const stranger = await journeys.visit();
  await stranger.page.goto(await linkSent("email-change-new", chosen));
  await checked(stranger.page);
  await stranger.page.getByRole("button", { name: "Confirmer cette adresse" }).click();
  await stranger.page.getByText("Merci, c’est noté.").waitFor();
  await stranger.leave();

  await page.goto(await linkSent("email-change-old", "parent@exemple.fr"));
  await checked(page);
  await page.getByRole("button", { name: "C’est bien moi" }).click();
  await page.getByText("Votre adresse est modifiée.").waitFor();
  await page.getByRole("link", { name: "Retour à mon compte" }).click();
  await page.getByText(`Cédric Rousseau · ${chosen}`).first().waitFor();
  await leave();
});

test("a copy of one's data is asked, made, told and downloaded; what deletion keeps is said first", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/mon-compte");
  await page.getByLabel("Actualités de la structure").check();
  await page.getByRole("button", { name: "Enregistrer mes choix" }).click();
  await page.getByText("Vos choix sont enregistrés.").waitFor();
  await page.getByRole("button", { name: "Demander une copie de mes données" }).click();
  await page.getByText("Votre copie se prépare.").waitFor();
  await linkSent("data-export-ready", "parent2@exemple.fr");
  await page.goto("/mon-compte");
  await checked(page);
  const [archive] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger ma copie" }).click(),
  ]);
  const names = await namesIn(await archive.path());
  expect(names).toEqual(expect.arrayContaining(["donnees.json", "resume.pdf"]));

  await page.getByRole("link", { name: "Demander la suppression de mes données" }).click();
  await page.getByText("Gardés 10 ans").waitFor();
  await checked(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await checked(page);
  await page.getByLabel("Votre mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Demander la suppression de mes données" }).click();
  await page.getByText("Votre demande est envoyée.").waitFor();

  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/a-valider/suppressions");
  await agent.page.getByRole("heading", { name: "Samira Benali" }).waitFor();
  await checked(agent.page);
  await agent.leave();
  await page.getByRole("button", { name: "Retirer ma demande" }).click();
  await page.getByRole("button", { name: "Demander la suppression de mes données" }).waitFor();
  await leave();
});

const namesIn = (path: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error);
      const names: string[] = [];
      zip.on("entry", (entry: yauzl.Entry) => names.push(entry.fileName));
      zip.on("end", () => resolve(names));
    });
  });
