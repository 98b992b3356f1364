import postgres from "postgres";
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
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const AWAY = "réservé par l’autre foyer";

test("each parent sees the child's whole days, books only their own, and knows nothing else of the other", async () => {
  const father = await journeys.visit(phone);
  const mother = await journeys.visit();
  await signIn(father.page, "parent3@exemple.fr");
  await signIn(mother.page, "parent2@exemple.fr");

  const [evening = ""] = await findFreeCells(father.page, "Adam", "Soir", 1);
  await requestCells(father.page, [evening]);
  await father.page.waitForLoadState("networkidle"); // a click shows at once, before it is written
  const { searchParams } = new URL(father.page.url());
  await mother.page.goto(`/reservations?${searchParams}`);
  const seen = mother.page.getByRole("button", { name: inState(evening, AWAY), exact: true });
  await seen.waitFor();
  await seen.click();
  await father.page.reload();
  await father.page
    .getByRole("button", { name: inState(evening, "demande en attente de paiement"), exact: true })
    .waitFor();
  await expectAccessible(mother.page);
  await expectAccessible(father.page);
  await expectNoSidewaysScroll(father.page);
  expect(await mother.page.getByRole("button", { name: /jour de l’autre foyer$/ }).count()).toBeGreaterThan(0);

  await mother.page.goto("/ma-famille");
  await mother.page.getByRole("link", { name: "Garde d’Adam" }).click();
  await mother.page.getByRole("heading", { name: "Garde d’Adam" }).waitFor();
  await expectAccessible(mother.page);
  for (const path of ["/accueil", "/ma-famille", "/panier", "/prepaiements", new URL(mother.page.url()).pathname]) {
    const html = await (await mother.page.request.get(path)).text();
    expect(html).not.toMatch(/Haddad|Karim|allée des Tilleuls|parent3|98 50 60/);
  }

  await father.page.goto(mother.page.url());
  await father.page.getByText("Semaines paires : L’autre foyer ; semaines impaires : Votre foyer").waitFor();
  await expectAccessible(father.page);
  await expectNoSidewaysScroll(father.page);
  expect(await father.page.content()).not.toMatch(/Samira|place du Marché/);

  await mother.page.getByLabel("Rythme", { exact: true }).selectOption({ label: "2 jours, 2 jours, 3 jours" });
  await mother.page.getByRole("button", { name: "Demander ce calendrier" }).focus();
  await mother.page.keyboard.press("Enter");
  await mother.page.getByText("Une demande attend la structure").waitFor();
  await father.leave();
  await mother.leave();
});

test("an agent reads both households, and changes the schedule at once", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "admin@exemple.fr");
  const sql = postgres(journeys.portal().databaseUrl, { max: 1 });
  const [adam] = await sql`select p.id from persons p where first_name = 'Adam' and last_name = 'Benali'`;
  await sql.end();
  await page.goto(`/admin/enfants/${adam?.id}/garde`);
  await page.getByText("Foyer Benali et Foyer Haddad").or(page.getByText("Foyer Haddad et Foyer Benali")).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Premier jour").fill("2030-12-30");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Saisissez un dernier jour, qui ne soit pas avant le premier.").first().waitFor();
  expect(await page.getByLabel("Premier jour").inputValue()).toBe("2030-12-30");
  await page.getByLabel("Dernier jour").fill("2031-01-05");
  await page.getByLabel("Ces jours-là").selectOption({ label: "Foyer Haddad" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Du 30/12/2030 au 05/01/2031 : Foyer Haddad").waitFor();
  await expectAccessible(page);
  await leave();
});

test("someone of two households switches in the header, without script too, and two tabs do not cross", async () => {
  const sql = postgres(journeys.portal().databaseUrl, { max: 1 });
  await sql`
    insert into household_members (household_id, person_id, role)
    select h.id, a.person_id, 'guardian' from accounts a, households h
    where a.email = 'parent3@exemple.fr' and h.name = 'Rousseau' and h.street = '27 rue des Écoles'`;
  await sql.end();

  const plain = await journeys.visit({ ...phone, javaScriptEnabled: false });
  await signIn(plain.page, "parent3@exemple.fr");
  for (const name of ["Haddad", "Rousseau"]) {
    await plain.page
      .getByText(/^(Haddad|Rousseau)$/)
      .first()
      .click();
    await plain.page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await plain.page.getByText(`Ma famille · ${name}`).waitFor();
  }
  await plain.leave();

  const { page, leave } = await journeys.visit();
  await signIn(page, "parent3@exemple.fr");
  const chooseIn = async (tab: typeof page, name: string) => {
    await tab.getByLabel(/: changer de foyer$/).click();
    await expectAccessible(tab);
    await tab.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await tab.getByText(`Ma famille · ${name}`).waitFor();
  };
  await chooseIn(page, "Haddad");
  const [evening = ""] = await findFreeCells(page, "Adam", "Soir", 1);
  const second = await page.context().newPage();
  await second.goto("/accueil");
  await chooseIn(second, "Rousseau");
  await requestCells(page, [evening]);
  await second.goto("/panier");
  expect(await second.getByRole("main").getByText("Adam").count()).toBe(0);
  await chooseIn(second, "Haddad");
  await second.goto("/panier");
  await second.getByRole("main").getByText("Adam").first().waitFor();
  await leave();
});
