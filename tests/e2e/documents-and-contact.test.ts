import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { aPdf } from "../support/files";
import { aHeic } from "../support/heic";
import { expectAccessible, expectNoSidewaysScroll, findFreeCells, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ADDRESS = "Justificatif de domicile";

const aFile = (buffer: Buffer, name: string) => ({ name, mimeType: "application/octet-stream", buffer });

async function expectFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Decides on one paper in the queue, and leaves the page so that the decision leaves too. */
async function decide(page: Page, act: (card: ReturnType<Page["getByRole"]>) => Promise<void>): Promise<void> {
  await page.goto("/admin/a-valider/pieces");
  const card = page.getByRole("article").filter({ hasText: ADDRESS }).filter({ hasText: "Haddad" });
  await act(card);
  await page.getByText(/Pièce (acceptée|refusée)\./).waitFor();
  await page.goto("/admin/contact");
}

test("a paper from the phone is refused with a reason, replaced, accepted", async () => {
  const { page, leave } = await journeys.visit(phone);
  const agent = await journeys.visit();
  await Promise.all([signIn(page, "parent3@exemple.fr"), signIn(agent.page, "admin@exemple.fr")]);
  await page.goto("/documents");
  const asked = page.getByRole("listitem").filter({ hasText: ADDRESS });
  const state = (words: string) =>
    expect
      .poll(async () => {
        await page.reload();
        return asked.getByText(words).count();
      })
      .toBeGreaterThan(0);

  await asked.getByLabel(/^Prendre une photo/).setInputFiles(aFile(aHeic(), "IMG_1.HEIC"));
  await asked.getByText("En cours de vérification").waitFor();
  await decide(agent.page, async (card) => {
    await card.getByText("Refuser…").click();
    await card.getByLabel("Motif, que la famille lira").fill("La facture a plus de trois mois.");
    await card.getByRole("button", { name: "Refuser", exact: true }).click();
  });
  await state("La facture a plus de trois mois.");
  await expectFine(page);

  await asked.getByLabel(/^Envoyer le nouveau/).setInputFiles(aFile(aPdf(), "facture.pdf"));
  await asked.getByText("En cours de vérification").waitFor();
  await decide(agent.page, async (card) => {
    const picture = await card.getByRole("img").getAttribute("src");
    expect((await agent.page.request.get(picture ?? "")).headers()["content-type"]).toBe("image/jpeg");
    await card.getByRole("button", { name: "Accepter" }).click();
  });
  await state("Validé");
  await page.getByRole("row").filter({ hasText: "IMG_1.jpg" }).getByText("Remplacé").waitFor();
  await Promise.all([leave(), agent.leave()]);
});

test("a question is asked from the phone, answered at the desk, and read", async () => {
  const { page, leave } = await journeys.visit(phone);
  const agent = await journeys.visit();
  await Promise.all([signIn(page, "parent3@exemple.fr"), signIn(agent.page, "agent@exemple.fr")]);
  await page.goto("/contact");
  await expectFine(page);
  await page.getByRole("link", { name: "Écrire à la structure" }).click();
  await page.getByLabel("Sujet").selectOption({ label: "Réservations et absences" });
  await page
    .getByRole("textbox", { name: "Message" })
    .fill("Bonjour, où voir l’horaire du soir ? https://exemple.fr/horaires");
  await page.getByLabel("Joindre des fichiers").setInputFiles(aFile(aPdf(), "planning.pdf"));
  await expectFine(page);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("heading", { name: "Réservations et absences" }).waitFor();
  await page.getByRole("link", { name: /planning\.pdf/ }).waitFor();
  await expectFine(page);

  await agent.page.goto("/admin/contact");
  await expectAccessible(agent.page);
  await agent.page.getByRole("row").filter({ hasText: "où voir l’horaire" }).getByRole("link").click();
  await agent.page.getByText("Ajouter une note interne").click();
  await agent.page.getByRole("textbox", { name: "Note interne" }).fill("Deuxième question ce mois-ci.");
  await agent.page.getByRole("button", { name: "Garder la note" }).click();
  await agent.page.getByText("Note interne, invisible pour la famille").waitFor();
  await agent.page.getByLabel("Réponse type").selectOption({ label: "Renseignement transmis" });
  expect(await agent.page.getByLabel("Réponse à la famille").inputValue()).toContain("Merci");
  await agent.page.getByLabel("Réponse à la famille").fill("Bonjour, dans le jour concerné.");
  await expectAccessible(agent.page);
  await agent.page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await agent.page.getByText("En attente de la famille").waitFor();
  await agent.leave();

  await page.goto("/documents");
  await page.getByRole("link", { name: /message.* non lu/ }).click();
  await page.getByRole("link", { name: /^Réservations.*non lu$/ }).click();
  await page.getByText("Bonjour, dans le jour concerné.").waitFor();
  expect(await page.getByText("Deuxième question").count()).toBe(0);
  await page.getByLabel("Votre réponse").fill("Merci !");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("en attente de réponse").waitFor();
  await leave();
});

test("a network that falls while one writes loses nothing, and sends nothing twice", async () => {
  const { page } = await journeys.visit(phone);
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/contact/nouveau");
  await page.getByLabel("Sujet").selectOption({ label: "Autre chose" });
  await page.getByRole("textbox", { name: "Message" }).fill("Un message écrit dans le tunnel.");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page
    .getByRole("alert")
    .getByText(/interrompu/)
    .waitFor();
  expect(await page.getByRole("textbox", { name: "Message" }).inputValue()).toBe("Un message écrit dans le tunnel.");
  await page.context().setOffline(false);
  await page.reload();
  await page.getByText("Votre brouillon a été retrouvé.").waitFor();
  await page.getByLabel("Sujet").selectOption({ label: "Autre chose" });
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("Un message écrit dans le tunnel.").waitFor();
  await page.goto("/contact");
  expect(await page.getByText("Un message écrit dans le tunnel.").count()).toBe(1);
});

test("what is published is found, new, by whom it is for, and downloaded", async () => {
  const agent = await journeys.visit();
  await signIn(agent.page, "agent@exemple.fr");
  await agent.page.goto("/admin/documents");
  await agent.page.getByText("Publier un document").click();
  await agent.page.getByLabel("Titre").fill("Sorties du mois");
  await agent.page.getByLabel("Fichier").setInputFiles(aFile(Buffer.from("<html>"), "sorties.pdf"));
  await agent.page.getByText(/familles le verront/).waitFor();
  await agent.page.getByRole("button", { name: "Publier" }).click();
  await agent.page
    .getByRole("alert")
    .getByText(/ni une photo/)
    .waitFor();
  expect(await agent.page.getByLabel("Titre").inputValue()).toBe("Sorties du mois");
  await agent.page.getByLabel("Fichier").setInputFiles(aFile(aPdf({ pages: 2 }), "sorties.pdf"));
  await agent.page.getByRole("button", { name: "Publier" }).click();
  await agent.page.getByText("Le document est publié.").waitFor();
  await expectAccessible(agent.page);
  await agent.leave();

  const { page, leave } = await journeys.visit(phone);
  await signIn(page, "parent@exemple.fr");
  await page.goto("/documents/telechargements");
  const row = page.getByRole("listitem").filter({ hasText: "Sorties du mois" });
  await row.getByText("Nouveau").waitFor();
  await expectFine(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: "Sorties du mois" }).click(),
  ]);
  expect((await readFile(await download.path())).equals(aPdf({ pages: 2 }))).toBe(true);
  await page.reload();
  expect(await row.getByText("Nouveau").count()).toBe(0);
  await leave();

  const stranger = await journeys.visit();
  await stranger.page.goto("/");
  const href = await stranger.page.getByRole("link", { name: "Règlement intérieur des accueils" }).getAttribute("href");
  expect((await stranger.page.request.get(href ?? "")).headers()["content-type"]).toBe("application/pdf");
  await stranger.leave();
});

test("a paper needed to book is told before, refuses with its name, and opens the calendar once it is sent", async () => {
  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/parametres/pieces");
  const paper = agent.page.getByRole("listitem").filter({ hasText: "Attestation d’assurance" });
  await paper.getByText("Modifier").click();
  await paper.getByLabel("Il faut l’avoir envoyée pour réserver, sauf à la cantine").check();
  await paper.getByRole("button", { name: "Enregistrer" }).click();
  await paper.getByText("Nécessaire pour réserver").waitFor();
  await expectAccessible(agent.page);
  await agent.leave();

  const { page, leave } = await journeys.visit(phone);
  await signIn(page, "parent@exemple.fr");
  await page.getByText("pour pouvoir réserver").waitFor();
  await expectFine(page);
  const [free = ""] = await findFreeCells(page, "Sohan", "Soir", 1);
  await page.getByText("Avant de réserver pour Sohan, une pièce est à envoyer").waitFor();
  await expectFine(page);
  await page.evaluate((name) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click(), free);
  await page.getByText(/Pour réserver, envoyez d’abord : Attestation d’assurance/).waitFor();

  await page.getByRole("link", { name: "Envoyer la pièce" }).click();
  const asked = page.getByRole("listitem").filter({ hasText: "Nécessaire pour réserver" });
  await asked.getByLabel(/^Envoyer le nouveau/).setInputFiles(aFile(aPdf(), "assurance.pdf"));
  await page.getByText("Nécessaire pour réserver").waitFor({ state: "detached" });
  const [again = ""] = await findFreeCells(page, "Sohan", "Soir", 1);
  expect(await page.getByText("Avant de réserver").count()).toBe(0);
  await page.evaluate((name) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click(), again);
  await page.getByText(/Demande enregistrée : Soir/).waitFor({ state: "attached" });
  await leave();
});
