import postgres from "postgres";
import { expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";
import { pdfText } from "../unit/billing/pdf-text";

const journeys = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const plain = (pdf: Buffer) => pdfText(pdf).replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

test("money taken at the counter, seen by the family, asked back, agreed and paid; and what the régie exports", async () => {
  const { page: officer, leave } = await journeys.visit();
  await signIn(officer, "regie@exemple.fr");
  await officer.getByRole("link", { name: "Régie", exact: true }).click();
  await officer.getByText("Au centime près").waitFor();
  await expectAccessible(officer);
  await officer.goto("/admin/regie/a-traiter");
  await expectAccessible(officer);
  const task = officer.getByRole("region").filter({ hasText: "réponse inhabituelle" }).first();
  await task.getByText("Traiter").click();
  await task.getByRole("button", { name: "Marquer comme traité" }).click();
  await task.getByText("Dites ce qui a été fait.").waitFor();
  await task.getByLabel("Ce qui a été fait").selectOption("matched");
  await task.getByLabel("Ce que vous avez vérifié").fill("Vu sur le relevé.");
  await task.getByRole("button", { name: "Marquer comme traité" }).click();
  await officer.getByText("Vu sur le relevé.").waitFor();

  await officer.goto("/admin/regie/encaisser?q=samira%20benali");
  await officer.getByRole("link", { name: "Benali" }).first().click();
  await officer.getByLabel("Montant reçu, en euros").fill("douze");
  await officer.getByRole("button", { name: "Encaisser" }).click();
  await officer.getByText("Notez le numéro du chèque.").first().waitFor();
  await expectAccessible(officer);
  await officer.getByLabel("Montant reçu, en euros").fill("200");
  await officer.getByLabel("Numéro").fill("0007421");
  await officer.getByLabel("Banque").fill("Banque Postale");
  await officer.getByLabel("Émis par").fill("S. Benali");
  await officer.getByRole("button", { name: "Encaisser" }).click();
  await officer.getByText(/200,00\s€ encaissés/).waitFor();
  await expectAccessible(officer);

  const parent = await journeys.visit(phone);
  await signIn(parent.page, "parent2@exemple.fr");
  await parent.page.goto("/prepaiements");
  const line = parent.page.getByRole("row").filter({ hasText: "Chèque" }).first();
  const href = await line.getByRole("link").getAttribute("href");
  const quittance = plain(await (await parent.page.request.get(href ?? "")).body());
  for (const words of ["Quittance n° QUI-", "deux cents euros", "n° 0007421", "Acquitté"]) {
    expect(quittance).toContain(words);
  }
  await parent.page.goto("/factures");
  await parent.page.getByText("Vous n’avez rien à payer").first().waitFor();
  await parent.page.goto("/prepaiements");
  const request = parent.page.locator("details").filter({ hasText: "mon crédit : Régie périscolaire" });
  await request.locator("summary").click();
  const form = request.locator("form");
  await form.getByLabel("Montant, en euros").fill("20");
  await form.getByLabel("Titulaire du compte bancaire").fill("Samira Benali");
  await form.getByLabel("IBAN").fill("FR76 1234");
  await form.getByLabel("Pourquoi ce remboursement").fill("Nous déménageons.");
  await form.getByRole("button", { name: "Envoyer ma demande" }).click();
  await form.getByText(/Cet IBAN n’est pas correct/).waitFor();
  expect(await form.getByLabel("Titulaire du compte bancaire").inputValue()).toBe("Samira Benali");
  await form.getByLabel("IBAN").fill("FR76 3000 6000 0112 3456 7890 189");
  await form.getByRole("button", { name: "Envoyer ma demande" }).click();
  await parent.page.getByText("En cours d’examen").waitFor();
  await expectAccessible(parent.page);
  await expectNoSidewaysScroll(parent.page);

  await officer.goto("/admin/regie/remboursements");
  await expectAccessible(officer);
  await officer.getByRole("article").filter({ hasText: "Benali" }).getByRole("button", { name: "Accorder" }).click();
  await officer.goto("/admin/regie/exports"); // leaving sends what could still be undone
  await expectAccessible(officer);
  await expect
    .poll(async () => {
      await officer.goto("/admin/regie/remboursements");
      return officer.getByRole("button", { name: "Le virement est fait : famille Benali" }).count();
    })
    .toBe(1);
  await officer.getByRole("button", { name: "Le virement est fait : famille Benali" }).click();
  await officer.getByRole("heading", { name: "Versés" }).waitFor();
  await parent.page.reload();
  await parent.page.getByText("Versé", { exact: true }).waitFor();
  await parent.leave();

  const csv = await officer.request.get("/api/exports/paiements?format=csv");
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).toContain(";Chèque;;QUI-");
  const xlsx = await officer.request.get("/api/exports/soldes?format=xlsx");
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");

  await officer.goto("/admin/regie/journees");
  await expectAccessible(officer);
  await officer.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(officer);
  await leave();
});

/** In January, what is paid for the school may still be of the year before. */
async function lastYearPaidForLisa(): Promise<string> {
  const sql = postgres(journeys.portal().databaseUrl, { max: 1 });
  const [last] = await sql<{ year: string }[]>`
    select to_char(max(c.at) at time zone 'Europe/Paris', 'YYYY') as year from reservation_changes c
    join reservations r on r.id = c.reservation_id and r.paid_cents > 0 and r.status <> 'absent_charged'
    join persons p on p.id = r.child_id and p.first_name = 'Lisa' and p.last_name = 'Rousseau'
    where c.status = 'booked' and c.reason = 'paid'`;
  await sql.end();
  return last?.year ?? "";
}

test("a parent downloads the certificates that there are, from the phone, and nobody else's", async () => {
  const { page, leave } = await journeys.visit(phone);
  await signIn(page, "parent@exemple.fr");
  await page.goto("/prepaiements");
  await page.getByRole("link", { name: "Attestations" }).click();
  await page.getByRole("heading", { name: "Attestation fiscale" }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const year = await lastYearPaidForLisa();
  await page.getByLabel("Année").selectOption(year);
  await page.getByRole("button", { name: "Afficher l’année choisie" }).click();
  const link = page.getByRole("link", { name: new RegExp(`attestation fiscale ${year} de Lisa`) });
  const address = (await link.getAttribute("href")) ?? "";
  const certificate = plain(await (await page.request.get(address)).body());
  expect(certificate).toContain(`Frais de garde payés en ${year}`);
  expect(certificate).toContain("Lisa Rousseau");

  const [, number = "", code = ""] = /numéro (\S+), code (\w+)/.exec(certificate.replaceAll("\n", " ")) ?? [];
  const stranger = await journeys.visit(phone);
  await stranger.page.goto("/verification");
  await stranger.page.getByLabel("Numéro").fill(number);
  await stranger.page.getByLabel("Code").fill(code);
  await stranger.page.getByRole("button", { name: "Vérifier" }).click();
  await stranger.page.getByText("Cette attestation est authentique.").waitFor();
  await stranger.page.getByText("Lisa Rousseau", { exact: false }).first().waitFor();
  await expectAccessible(stranger.page);
  await expectNoSidewaysScroll(stranger.page);
  await stranger.page.goto(`/verification?numero=${number}&code=FAUX`);
  await stranger.page.getByText("Aucune attestation ne porte ce numéro avec ce code.").waitFor();
  await stranger.leave();

  const other = await journeys.visit();
  await signIn(other.page, "parent2@exemple.fr");
  expect((await other.page.request.get(address)).status()).toBe(404);
  await other.leave();
  await leave();
});
