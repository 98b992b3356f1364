import type { Page } from "playwright-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import { completeFile } from "../support/complete-file";
import { expectAccessible, expectNoSidewaysScroll, PASSWORD, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const email = "ines.martin-leroy@famille-nouvelle.fr";

const database = () => postgres(journeys.portal().databaseUrl, { max: 1, onnotice: () => {} });

/** The link in the last message of a template, as its reader would open it. */
async function linkSent(template: string): Promise<string> {
  const sql = database();
  const find = async () =>
    (
      await sql`select payload->>'url' as url from emails where template = ${template} and recipient = ${email}
        order by created_at desc limit 1`
    )[0]?.url;
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
  const url = String(await find());
  await sql.end();
  return url;
}

async function checked(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const goOn = (page: Page) => page.getByRole("button", { name: "Continuer" }).click();

async function typeAdult(page: Page): Promise<void> {
  await page.getByLabel("Civilité").selectOption("Madame");
  await page.getByLabel("Prénom").fill("Inès");
  await page.getByLabel("Nom", { exact: true }).fill("Martin-Leroy");
  await page.getByLabel("Date de naissance").fill("1988-04-02");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Téléphone").fill("06 12 34 56 78");
}

const childAt = (page: Page, place: string) => page.getByRole("group", { name: `${place} enfant` });

test("a family signs up on a phone, leaves, comes back by its link, corrects and sends", async () => {
  const first = await journeys.visit(phone);
  await first.page.goto("/");
  await checked(first.page);
  await first.page.getByRole("link", { name: "Inscrire ma famille" }).click();
  await checked(first.page);
  await first.page.getByRole("link", { name: "Commencer" }).click();
  await goOn(first.page);
  await first.page.getByText("Choisissez une civilité.").first().waitFor();
  await checked(first.page);
  await typeAdult(first.page);
  await goOn(first.page);
  await first.page.getByLabel("Numéro et rue").fill("12 avenue de la Gare");
  await first.page.getByRole("button", { name: "Revenir" }).click();
  await first.page.waitForURL(/vous$/);
  expect(await first.page.getByLabel("Prénom").inputValue()).toBe("Inès");
  await first.leave();

  const { page, leave } = await journeys.visit(phone);
  await page.goto(await linkSent("sign-up-draft"));
  await checked(page);
  await page.getByRole("button", { name: "Reprendre ma demande" }).click();
  await page.getByRole("link", { name: "Reprendre ma demande" }).click();
  expect(await page.getByLabel("Numéro et rue").inputValue()).toBe("12 avenue de la Gare");
  await page.getByLabel("Code postal").fill("59223");
  await page.getByLabel("Commune").fill("Roncq");
  await goOn(page);

  await childAt(page, "Premier").getByLabel("Prénom").fill("Zoé");
  await childAt(page, "Premier").getByLabel("Date de naissance").fill("2019-05-20");
  await page.getByRole("button", { name: "Ajouter un enfant" }).click();
  await childAt(page, "Deuxième").getByLabel("Prénom").fill("Tom");
  await goOn(page);
  await page.getByText("Saisissez une date de naissance complète.").first().waitFor();
  await checked(page);
  await page.getByRole("button", { name: "Retirer : deuxième enfant" }).click();
  await goOn(page);

  await page.getByRole("button", { name: "Envoyer ma demande" }).waitFor();
  await checked(page);
  await page.getByRole("button", { name: "Envoyer ma demande" }).click();
  await page.getByText("Elle est en attente de validation").waitFor();
  await checked(page);
  await leave();
});

test("an agent approves with the keyboard, the family activates its account and completes its file", async () => {
  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/a-valider/inscriptions");
  await agent.page.getByRole("heading", { name: "Inès Martin-Leroy" }).waitFor();
  await checked(agent.page);
  await agent.page.keyboard.press("j");
  await agent.page.keyboard.press("a");
  await agent.page.getByText("Plus rien n’attend ici.").waitFor();
  await agent.page.getByRole("link", { name: "Messages envoyés" }).click(); // whoever leaves has decided
  const link = await linkSent("account-activation");
  await agent.leave();

  const { page, leave } = await journeys.visit(phone);
  await page.goto(link);
  await page.goto(link); // a mail filter that looked before her used nothing up
  await checked(page);
  await page.getByLabel("Nouveau mot de passe").fill("azerty");
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.getByRole("alert").filter({ hasText: "trop simple" }).waitFor();
  await page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.waitForURL(/\/bienvenue$/);
  await page.getByRole("heading", { name: "Complétez votre dossier" }).waitFor();
  await checked(page);

  await page.getByRole("link", { name: "L’école et la classe de Zoé" }).click();
  await page.waitForURL(/ma-famille/);
  await page.getByRole("textbox", { name: /^École/ }).fill("Jules-Ferry");
  await page.getByRole("combobox", { name: /^Classe/ }).selectOption("CP");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Jules-Ferry").first().waitFor();
  await completeFile(journeys.portal().databaseUrl, email);
  await page.goto("/bienvenue");
  await page.getByRole("heading", { name: "Bienvenue sur le portail Famille !" }).waitFor();
  await checked(page);
  await leave();

  const again = await journeys.visit();
  await again.page.goto(link);
  await again.page.getByText("Ce lien a expiré ou a déjà servi.").waitFor();
  await checked(again.page);
  await again.leave();
});

test("whoever asks for a link is answered the same, known or not; the agent sees who has an account", async () => {
  const { page, leave } = await journeys.visit(phone);
  for (const address of ["parent@exemple.fr", "personne@exemple.fr"]) {
    await page.goto("/connexion");
    await page.getByRole("link", { name: /Déjà inscrit/ }).click();
    await page.waitForURL(/\/activation$/);
    await page.getByLabel("Adresse e-mail").fill(address);
    await page.getByRole("button", { name: "Recevoir mon lien" }).click();
    await page.getByText("Si cette adresse est connue, un message vient de partir.").waitFor();
    await checked(page);
  }
  await leave();

  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/familles/invitations");
  await agent.page.getByRole("button", { name: "Inviter toutes les familles sans compte" }).click();
  await agent.page.getByText("Les invitations partent en arrière-plan.").waitFor();
  await checked(agent.page);
  await agent.leave();
});
