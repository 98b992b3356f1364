import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
let connection: ReturnType<typeof postgres> | undefined;
const sql = () => {
  connection ??= postgres(journeys.portal().databaseUrl, { max: 1, onnotice: () => {} });
  return connection;
};
afterAll(() => connection?.end());

/** How many places of typical weeks are in each state. */
const placesByStatus = async (): Promise<Record<string, number>> => {
  const rows = await sql()<{ status: string; count: number }[]>`
    select status, count(*)::int as count from reservations where pattern_id is not null group by status`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};

/** The preview says what is ticked now. */
const told = (page: Page) => page.locator(".told:not([aria-busy])").waitFor();

test("from the phone, a week for two children until the end of the year: told before, booked at once, taken back", async () => {
  const { page, leave } = await journeys.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await signIn(page, "parent@exemple.fr");
  await page.goto("/reservations");
  await page.getByRole("button", { name: "Semaine type" }).click();

  await page.getByRole("button", { name: "Midi, tous les jours" }).click();
  await page.getByRole("checkbox", { name: "Lisa" }).check();
  const lisa = page.getByRole("region", { name: "Semaine de Lisa" });
  await lisa.getByRole("button", { name: "Comme Nahel" }).click();
  expect(await lisa.getByRole("checkbox", { checked: true }).count()).toBe(4);
  await lisa.getByRole("checkbox", { name: "Lisa, vendredi, Midi" }).focus();
  await page.keyboard.press("Space");
  expect(await lisa.getByRole("checkbox", { checked: true }).count()).toBe(3);

  const preview = page.getByRole("region", { name: "Ce qui sera réservé" });
  await preview.getByText(/créneaux, sur \d+ jours/).waitFor();
  await preview.getByText(/Mois par mois/).waitFor();
  await preview.getByText(/^Pas de service : /).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await told(page);
  const book = page.getByRole("button", { name: /^Réserver \d+ créneaux$/ });
  const promised = Number((await book.textContent())?.match(/\d+/)?.[0]);
  await book.click();
  await page.getByText(`${promised} créneaux enregistrés`).waitFor();
  expect((await placesByStatus()).requested).toBe(promised);

  await page.getByRole("button", { name: "Semaine type" }).click();
  await page.getByRole("button", { name: "Mes semaines" }).click();
  await page.getByText(/Réservée par Cédric Rousseau/).waitFor();
  await page.getByRole("button", { name: "Réserver la suite" }).waitFor();
  await page.getByRole("button", { name: "Retirer ce qui reste à venir" }).click();
  await page.getByText("créneaux seront retirés, sans frais.").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: /^Retirer \d+ créneaux$/ }).click();
  await page.getByText(/^\d+ créneaux retirés/).waitFor();
  expect((await placesByStatus()).requested).toBeUndefined();
  await leave();
});

test("a week copied to another: what changed meanwhile is told, nothing is written, and the rest can be undone", async () => {
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent@exemple.fr");
  await page.goto("/reservations");
  await page.getByRole("button", { name: "Semaine type" }).click();
  await page.getByRole("button", { name: "Copier", exact: true }).click();
  for (const child of ["Nahel", "Sohan", "Lisa"])
    await page.getByRole("checkbox", { name: child, exact: true }).uncheck();
  await page.getByRole("checkbox", { name: "Nahel", exact: true }).check();
  await page.getByRole("button", { name: "Soir, tous les jours" }).click();
  await page.getByRole("button", { name: "Plus de semaines" }).click();
  for (const week of [2, 3, 5, 6, 9, 10]) await page.locator(".targets").getByRole("checkbox").nth(week).check();
  const book = page.getByRole("button", { name: /^Réserver \d+ créneau/ });
  await book.waitFor();
  await told(page);
  await expectAccessible(page);
  const before = await placesByStatus();

  await sql()`
    update slot_occurrences o set capacity = o.taken from slots s
    where s.id = o.slot_id and s.label = 'Soir' and extract(isodow from o.date) = 1 and o.date > current_date + 10`;
  await book.click();
  await page.getByText("Rien n’a été réservé : quelque chose a changé depuis l’aperçu.").waitFor();
  expect(await placesByStatus()).toEqual(before);

  await page.getByRole("checkbox", { name: /^S’inscrire en liste d’attente/ }).uncheck();
  await page.getByRole("button", { name: /^Réserver \d+ créneau/ }).click();
  await page.getByText(/enregistrés?, /).waitFor();
  expect((await placesByStatus()).requested).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await page.getByText(/créneaux? retirés?/).waitFor();
  expect((await placesByStatus()).requested).toBeUndefined();
  await leave();
});
