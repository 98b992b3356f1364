import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

test("on a phone, a change is asked, corrected, accepted by an agent at the keyboard, and there", async () => {
  const parent = await journeys.visit(phone);
  const { page } = parent;
  await signIn(page, "parent@exemple.fr");
  await page.getByRole("link", { name: /^Ma famille/ }).click();
  await page.getByRole("heading", { name: "Ma famille", level: 1 }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const editName = page.getByRole("button", { name: "Modifier : état civil, Nahel" });
  await editName.click();
  await page.getByLabel("Prénom").fill("Naël");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Une modification attend").waitFor();

  await editName.click();
  expect(await page.getByLabel("Prénom").inputValue()).toBe("Naël");
  await page.getByLabel("Prénom").fill("Naïl");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Naïl").waitFor();
  expect(await page.getByText("Naël").count()).toBe(0);
  expect(await page.getByText("En attente").count()).toBe(1);

  const agent = await journeys.visit();
  await signIn(agent.page, "admin@exemple.fr");
  await agent.page.goto("/admin/a-valider/modifications");
  await agent.page.getByText("Naïl").waitFor();
  await expectAccessible(agent.page);
  await agent.page.keyboard.press("j");
  await agent.page.keyboard.press("a");
  await agent.page.getByText("Modification acceptée").waitFor();

  await expect
    .poll(
      async () => {
        await page.goto("/ma-famille");
        return page.getByRole("heading", { name: /^Naïl / }).count();
      },
      { timeout: 20_000, interval: 1000 }, // the agent may change their mind for ten seconds
    )
    .toBe(1);
  await agent.leave();
  await parent.leave();
});

test("by keyboard: a wrong number is said where it is, the right one is kept, and the file is certified", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/ma-famille");

  await page.getByRole("button", { name: /^Modifier : coordonnées, Samira/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Téléphone mobile").fill("06 12");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Ce numéro n’est pas valable").waitFor();
  expect(await page.evaluate("document.activeElement.name")).toBe("phone");
  await expectAccessible(page);
  await page.getByLabel("Téléphone mobile").fill("+32 470 12 34 56");
  await page.keyboard.press("Enter");
  await page.getByText("+32470123456").waitFor();
  expect(await page.evaluate("document.activeElement.textContent")).toContain("coordonnées, Samira");

  await page.getByRole("button", { name: "Ajouter un contact" }).click();
  await page.getByLabel("Prénom").fill("Nadia");
  await page.getByLabel("Nom", { exact: true }).fill("Benali");
  await page.getByLabel("Téléphone mobile").fill("0612345678");
  await page.getByLabel("Lien avec les enfants").selectOption("grandparent");
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await page.getByRole("heading", { name: "Nadia Benali" }).waitFor();

  await page.getByRole("button", { name: "Je certifie que les informations de mon dossier sont à jour" }).click();
  await page.getByText("Dossier certifié à jour le").waitFor();
  await expectAccessible(page);
  await leave();
});

test("without any script, a section opens, is refused with what was typed, then saved", async () => {
  const { page, leave } = await journeys.visit({ javaScriptEnabled: false });
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/ma-famille");
  await page.getByRole("button", { name: /^Modifier : coordonnées, Samira/ }).click();
  await page.getByLabel("Téléphone du domicile").fill("12 34");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Ce numéro n’est pas valable").filter({ visible: true }).first().waitFor();
  expect(await page.getByLabel("Téléphone du domicile").inputValue()).toBe("12 34");
  await page.getByLabel("Téléphone du domicile").fill("03 20 00 00 00");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("03 20 00 00 00").waitFor();
  await leave();
});
