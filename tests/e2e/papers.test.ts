import { expect, test } from "vitest";
import { aLocatedPhoto, aPdf } from "../support/files";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const aFile = (buffer: Buffer, name: string) => ({ name, mimeType: "application/octet-stream", buffer });

test("a parent sends a paper from the phone, an agent refuses it, the parent reads why and sends another", async () => {
  const { page, leave } = await journeys.visit(phone);
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/documents");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const address = page.getByRole("listitem").filter({ hasText: "Justificatif de domicile" });
  await address.getByLabel(/^Envoyer : /).setInputFiles(aFile(Buffer.from("<html>"), "facture.jpg"));
  await address.getByRole("alert").filter({ hasText: "ni une photo" }).waitFor();
  await address.getByLabel(/^Envoyer : /).setInputFiles(aFile(await aLocatedPhoto(), "facture.jpg"));
  await address.getByText("En cours de vérification").waitFor();
  await page.getByRole("row").filter({ hasText: "facture.jpg" }).waitFor();
  await expectAccessible(page);

  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/a-valider/pieces");
  const card = agent.page.getByRole("article").filter({ hasText: "Justificatif de domicile" });
  await expectAccessible(agent.page);
  await card.focus();
  await agent.page.keyboard.press("r");
  await card.getByLabel("Motif, que la famille lira").fill("La facture est illisible.");
  await agent.page.keyboard.press("Control+Enter");
  await agent.page.getByText("Pièce refusée.").waitFor();
  await agent.page.goto("/admin/a-valider/pieces"); // leaving sends what could still be undone
  await agent.leave();

  await expect
    .poll(async () => {
      await page.reload();
      return address.getByText("La facture est illisible.").count();
    })
    .toBe(1);
  await address.getByLabel(/^Envoyer le nouveau : /).setInputFiles(aFile(aPdf(), "facture.pdf"));
  await address.getByText("En cours de vérification").waitFor();
  await leave();
});

test("a file is sent, kept and downloaded without any script", async () => {
  const { page, leave } = await journeys.visit({ javaScriptEnabled: false });
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/documents");
  const form = page.locator("form").filter({ has: page.getByLabel(/^Envoyer un autre document/) });
  await form.getByLabel(/^Envoyer un autre document/).setInputFiles(aFile(aPdf(), "courrier.pdf"));
  await form.getByRole("button", { name: "Envoyer ce fichier" }).click();
  await page.getByText("Votre fichier est envoyé.").waitFor();
  const path = await page.getByRole("link", { name: /courrier\.pdf/ }).getAttribute("href");
  const answer = await page.request.get(path ?? "");
  expect(answer.headers()).toMatchObject({
    "content-disposition": "attachment; filename*=UTF-8''courrier.pdf",
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "content-security-policy": "sandbox; default-src 'none'",
  });

  const other = await journeys.visit();
  await signIn(other.page, "parent@exemple.fr");
  expect((await other.page.request.get(path ?? "")).status()).toBe(404);
  expect((await other.page.request.get(`${path}/apercu`)).status()).toBe(404);
  await other.leave();
  await leave();
});

test("health, consents and who may pick up, with the keyboard", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/ma-famille");
  await page.getByRole("link", { name: "Santé d’Inès" }).click();
  await page.getByRole("heading", { name: "Santé d’Inès" }).waitFor();
  await expectAccessible(page);

  await page.getByRole("link", { name: /Modifier : Projet/ }).press("Enter");
  await page.getByLabel("Votre enfant a-t-il un PAI ?").selectOption("yes");
  await page.getByLabel(/^Où est la trousse/).fill("Infirmerie");
  await page.getByRole("button", { name: "Enregistrer" }).press("Enter");
  await page.getByRole("alert").getByText("Donnez la date à laquelle le PAI sera revu.").waitFor();
  expect(await page.getByLabel(/^Où est la trousse/).inputValue()).toBe("Infirmerie");
  await page.getByLabel(/^Date à laquelle/).fill("2027-03-01");
  await page.getByRole("button", { name: "Enregistrer" }).press("Enter");
  await page.getByText("C’est enregistré.").waitFor();
  await page.getByText("1er mars 2027").waitFor();
  await expectAccessible(page);

  await page.goto(page.url().replace(/sante.*/, "autorisations"));
  await page.getByRole("button", { name: "J’autorise : Baignade" }).press("Enter");
  await page.getByText(/^Autorisé par Samira Benali/).waitFor();
  await page.getByText("Ajouter une personne").press("Enter");
  await page.getByLabel("Prénom").fill("Karim");
  await page.getByLabel("Nom", { exact: true }).fill("Benali");
  await page.getByLabel("Cette personne").selectOption("forbidden");
  await page.getByRole("button", { name: "Ajouter", exact: true }).press("Enter");
  await page
    .getByRole("alert")
    .getByText(/décision de justice/)
    .waitFor();
  await page.getByLabel(/^Décision de justice/).setInputFiles(aFile(aPdf(), "jugement.pdf"));
  await page.getByRole("button", { name: "Ajouter", exact: true }).press("Enter");
  await page.getByText("Ne doit pas repartir avec : Karim Benali").waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await leave();
});
