import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { addDays, dateOf } from "@/lib/core/calendar";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";
import { pdfText } from "../unit/billing/pdf-text";

const journeys = startJourneys();
const today = dateOf(new Date());
const OFFICER = "facturation@exemple.fr";
const PARENT = "parent@exemple.fr";

async function asked<Row extends postgres.MaybeRow>(work: (sql: postgres.Sql) => Promise<Row[]>): Promise<Row[]> {
  const sql = postgres(journeys.portal().databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Children eat the next meals of a few families, the Rousseau among them: something to bill, whatever day it is. */
const eatNextMeals = (offset: number) =>
  asked(
    (sql) => sql`
      update reservations set status = 'attended' where id in (
        select id from (
          select r.id, row_number() over (partition by r.household_id order by o.date, r.id) as rank,
            dense_rank() over (order by c.email <> ${PARENT}, c.email) as family
          from reservations r
          join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
          join activities a on a.id = s.activity_id
          join household_members m on m.household_id = r.household_id and m.role = 'guardian'
          join accounts c on c.person_id = m.person_id
          where a.billing_mode = 'billed' and r.status = 'booked' and o.date > ${today}
        ) coming where family <= 30 and rank <= 3 + ${offset}
      ) returning id`,
  );

beforeAll(async () => {
  // The whole town would be billed for this week otherwise: enough for a morning, too much for a test.
  await asked(
    (sql) => sql`
      update reservations r set status = 'absent_excused' from slot_occurrences o
      where o.id = r.occurrence_id and o.date <= ${today} and r.status in ('booked', 'attended', 'absent_charged')
        and r.paid_cents < r.price_cents and not exists (select from billed_reservations b where b.reservation_id = r.id)
      returning r.id`,
  );
  expect((await eatNextMeals(0)).length).toBeGreaterThan(30);
});

/** From the form to the last invoice. */
async function issueInvoices(page: Page): Promise<void> {
  await page.goto("/admin/facturation");
  await page.getByLabel("Régie", { exact: true }).selectOption({ label: "Régie périscolaire et restauration" });
  await page.getByLabel("Du", { exact: true }).fill(today);
  await page.getByLabel("Au", { exact: true }).fill(addDays(today, 120));
  await page.getByLabel("À payer avant le").fill(addDays(today, 150));
  await page.getByRole("button", { name: "Préparer l’aperçu" }).click();
  await page.getByRole("button", { name: /^Émettre \d+ factures/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Émettre \d+ factures/ }).click();
  await page.getByText("Factures émises").waitFor();
  await page.locator("header").getByText("Émise", { exact: true }).waitFor({ timeout: 20_000 });
}

test("an agent bills a period, and a parent pays three of four invoices at once by PayFiP", async () => {
  const agent = await journeys.visit();
  await signIn(agent.page, OFFICER);
  await agent.page.goto("/admin/facturation");
  await expectAccessible(agent.page);
  await issueInvoices(agent.page);
  await expectAccessible(agent.page);
  await eatNextMeals(3);
  await issueInvoices(agent.page);
  await agent.leave();

  const { page, leave } = await journeys.visit({ acceptDownloads: true });
  await signIn(page, PARENT);
  await page.goto("/factures");
  await page.getByRole("link", { name: "À payer (4)" }).waitFor();
  await expectAccessible(page);
  const boxes = page.getByRole("checkbox");
  const pay = page.getByRole("button", { name: /^Payer \d/ });
  const all = await pay.textContent();
  const left = await boxes.nth(1).evaluate((box) => box.getAttribute("aria-label")?.match(/facture (\w+),/)?.[1]);
  await boxes.nth(1).uncheck();
  expect(await pay.textContent()).not.toBe(all);
  await page.getByText("Crédit du compte").waitFor();
  const amount = (await pay.textContent())?.replace(/^Payer /, "");
  await pay.click();

  await page.getByText("Référence de la dette").waitFor();
  await page
    .getByText(amount ?? "?")
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Payer par carte bancaire" }).click();
  await page.getByRole("heading", { name: "Paiement confirmé", exact: true }).waitFor();
  await expectAccessible(page);
  expect(await page.getByRole("list", { name: "Factures" }).getByRole("listitem").count()).toBe(3);

  await page.goto("/factures");
  await page.getByRole("link", { name: "À payer (1)" }).waitFor();
  await page.getByRole("link", { name: left, exact: true }).waitFor();
  await page.getByRole("link", { name: "Historique" }).click();
  await page.getByRole("columnheader", { name: "Réglée le" }).waitFor();
  await expectAccessible(page);
  const [first] = await page.getByRole("row").getByRole("link").allInnerTexts();
  await page.getByRole("link", { name: first, exact: true }).click();
  await page.getByRole("heading", { name: `Facture ${first}` }).waitFor();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger le PDF" }).click();
  const text = pdfText(readFileSync(await (await download).path()));
  for (const words of [`N° ${first}`, "Famille Rousseau", "Acquittée", "Nahel Rousseau"]) expect(text).toContain(words);
  await page.goto("/factures");
  await contestOneLine(page, left ?? "");
  await leave();

  await answerAndCredit(left ?? "");
});

/** A parent contests a day from the invoice itself: nothing to choose, and the line says so from then on. */
async function contestOneLine(page: Page, number: string): Promise<void> {
  await page.getByRole("link", { name: number, exact: true }).click();
  await page
    .getByLabel(/, pourquoi ce prix/)
    .first()
    .click();
  await page
    .getByRole("link", { name: /^Contester cette ligne : / })
    .first()
    .click();
  await page.getByRole("heading", { name: "Contester une facture" }).waitFor();
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
  await page.getByLabel("Message", { exact: true }).fill("Nahel n’a pas mangé à la cantine ce jour-là.");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await page.getByRole("heading", { name: new RegExp(`^Facture ${number}`) }).waitFor();
  await page.goto("/factures");
  await page.getByRole("link", { name: number, exact: true }).click();
  await page.getByText("contestée", { exact: true }).waitFor();
  await expectAccessible(page);
}

/** The agent finds the family by the number of its invoice, and gives back a meal that was not served. */
async function answerAndCredit(number: string): Promise<void> {
  const { page, leave } = await journeys.visit();
  await signIn(page, OFFICER);
  await page.goto(`/admin/familles?q=${number}`);
  await page.getByRole("link", { name: "Rousseau", exact: true }).click();
  await page.getByRole("region", { name: "Factures" }).getByRole("link", { name: number }).click();
  await page.getByText("contestée", { exact: true }).waitFor();
  await page.getByText(/· attend une réponse/).waitFor();
  await page.getByText("Émettre un avoir").click();
  await expectAccessible(page);
  for (const box of (await page.getByRole("checkbox").all()).slice(1)) await box.uncheck();
  await page.getByRole("button", { name: "Émettre l’avoir" }).click();
  await page.getByText("Dites pourquoi : la famille lira ce motif.").first().waitFor();
  await page.getByLabel("Motif").fill("Repas non servi");
  await page.getByRole("button", { name: "Émettre l’avoir" }).click();
  await page.getByRole("heading", { name: /^Avoir / }).waitFor();
  await page.getByText("Repas non servi").waitFor();
  await page.goto("/admin/facturation/impayes");
  await page.getByText("Voir en tableau").click();
  await page.getByRole("table", { name: "Ancienneté des impayés" }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await leave();
}

test("without any script, only what is ticked is paid", async () => {
  const { page, leave } = await journeys.visit({ javaScriptEnabled: false });
  await signIn(page, "parent2@exemple.fr");
  await page.goto("/factures");
  const boxes = page.getByRole("checkbox");
  const count = await boxes.count();
  expect(count).toBeGreaterThanOrEqual(2);
  const dues = await boxes.evaluateAll((inputs) => inputs.map((input) => Number(input.getAttribute("value"))));
  for (const box of (await boxes.all()).slice(1)) await box.uncheck();
  await page.getByRole("button", { name: /^Payer/ }).click();
  await page.getByText("Référence de la dette").waitFor();
  const [payment] = await asked(
    (sql) => sql<{ cents: number }[]>`
      select amount_cents as cents from payments where subject like 'Facture%' order by created_at desc limit 1`,
  );
  expect(payment?.cents).toBe(dues[0]);
  await page.goto("/factures");
  await page.getByText("Un paiement est en cours à la banque.").waitFor();
  await leave();
});

test("on a phone everything is in reach, and someone else’s invoice is not", async () => {
  const { page, leave } = await journeys.visit({
    viewport: { width: 320, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  await signIn(page, "parent3@exemple.fr");
  for (const path of ["/factures", "/factures?onglet=historique"]) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  const [invoice] = await asked(
    (sql) => sql<{ id: string }[]>`
      select i.id from invoices i join household_members m on m.household_id = i.household_id
      join accounts c on c.person_id = m.person_id where c.email = 'parent3@exemple.fr' limit 1`,
  );
  const [other] = await asked(
    (sql) => sql<{ id: string }[]>`
      select i.id from invoices i join household_members m on m.household_id = i.household_id
      join accounts c on c.person_id = m.person_id where c.email = ${PARENT} limit 1`,
  );
  if (invoice) {
    await page.goto(`/factures/${invoice.id}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  expect((await page.request.get(`/api/factures/${other?.id}/pdf`)).status()).toBe(404);
  await leave();
});
