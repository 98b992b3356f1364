import type { Page } from "playwright-core";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";

const { portal, visit } = startJourneys();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ADMIN = "admin@exemple.fr";

async function asked<Row extends postgres.MaybeRow>(work: (sql: postgres.Sql) => Promise<Row[]>): Promise<Row[]> {
  const sql = postgres(portal().databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const pressed = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("a newcomer opens a canteen", () => {
  test("from nothing, with a grid that is pasted, and a family sees it", async () => {
    const { page, leave } = await visit();
    await signIn(page, ADMIN);
    await page.getByRole("link", { name: "Services", exact: true }).click();
    await page.getByRole("link", { name: "Ouvrir un service" }).click();
    await page.getByRole("link", { name: "Cantine" }).click();
    await page.waitForLoadState("networkidle");

    await page.getByLabel("Structure", { exact: true }).selectOption("new");
    await page.getByText("n’est pas publié").first().waitFor();
    await page.getByLabel("Nom de la structure").fill("École Jean-Moulin");
    await page.getByRole("combobox", { name: "Vacances scolaires" }).selectOption("B");
    await page.getByText(/\d+ jours à ouvrir/).waitFor();
    await page.getByLabel("Régie qui encaisse").selectOption("new");
    await page.getByLabel("Nom de la régie").fill("Régie enfance");
    await page.getByLabel("Régisseur").fill("Anne Morel");

    await page.getByLabel("Nom du service").fill("Cantine Jean-Moulin");
    await page.getByLabel("Paiement", { exact: true }).selectOption("prepaid");
    await page.getByLabel("Mode de calcul").selectOption("qf_band");
    await page.getByText("Coller une grille depuis un tableau").click();
    await page.getByLabel("Grille").fill("0 à 399 ; 0,50\n400 à 859 ; 2,35\n860 et plus ; 4,90");
    await pressed(page, "Lire la grille");
    await page.getByText("3 tranches lues").waitFor();
    await page.getByLabel("Prix hors commune (€)").fill("6,50");

    const booking = page.getByRole("list", { name: /Délai de réservation/ });
    const before = await booking.textContent();
    await page.locator("#bookingDeadline-kind").selectOption("weekdayBefore");
    await expect.poll(() => booking.textContent()).not.toBe(before);
    expect(await booking.textContent()).toMatch(
      /Pour le vendredi [^:]*\s: réservation possible jusqu’au jeudi .* à 10\sh/,
    );
    await expectAccessible(page);

    await pressed(page, "Vérifier");
    await page.getByText("Le numéro de client PayFiP a six chiffres.").first().waitFor();
    expect(await page.getByLabel("Nom du service").inputValue()).toBe("Cantine Jean-Moulin");
    await page.getByLabel("Numéro de client PayFiP").fill("090909");
    await pressed(page, "Vérifier");
    await page.getByText("Cantine Jean-Moulin, à École Jean-Moulin : tout est prêt.").waitFor();
    await page.getByText(/De 0,50\s€ à 4,90\s€ selon le quotient familial/).waitFor();
    expect(await asked((sql) => sql`select from facilities where name = 'École Jean-Moulin'`)).toHaveLength(0);
    await pressed(page, "Ouvrir ce service");
    await page.getByText("Le service est ouvert.").waitFor();
    await page
      .getByText(/Ouvert jusqu’au/)
      .first()
      .waitFor();
    await expectAccessible(page);

    const [day] = await asked(
      (sql) => sql<{ date: string }[]>`
        with activity as (select id from activities where name = 'Cantine Jean-Moulin'),
        enrolled as (
          insert into enrollments (child_id, activity_id, status, starts_on, ends_on, created_at)
          select p.id, activity.id, 'approved', current_date - 30, current_date + 300, now()
          from persons p, activity where p.first_name = 'Nahel' and p.last_name = 'Rousseau'
        )
        select min(o.date)::text as date from slot_occurrences o join slots s on s.id = o.slot_id
        join activity on activity.id = s.activity_id where o.booking_closes_at > now()`,
    );
    const { page: home, leave: leaveHome } = await visit();
    await signIn(home, "parent@exemple.fr");
    await home.goto(`/reservations?mois=${day?.date.slice(0, 7)}`);
    await home
      .getByRole("button", { name: /^Nahel, .*Repas.*, libre$/ })
      .first()
      .waitFor();
    await leaveHome();
    await leave();
  });

  test("then changes its hours and places, closes a day, and leaves what is booked alone", async () => {
    const { page, leave } = await visit();
    await signIn(page, ADMIN);
    const [slot] = await asked(
      (sql) => sql<{ id: number; date: string }[]>`
        select s.id, max(o.date)::text as date from slots s join slot_occurrences o on o.slot_id = s.id
        where o.taken = 0 and o.date > current_date + 20 group by s.id order by s.id limit 1`,
    );
    await page.goto(`/admin/catalogue/creneaux/${slot?.id}`);
    await page.waitForLoadState("networkidle");
    await page.getByRole("spinbutton", { name: "Places" }).first().fill("1");
    await pressed(page, "Enregistrer");
    await page
      .getByText(/Le créneau est enregistré/)
      .first()
      .waitFor();

    await page.getByText("Fermer des jours", { exact: true }).click();
    await page.locator("#fermer-du").fill(slot?.date ?? "");
    await page.locator("#fermer-au").fill(slot?.date ?? "");
    await page.getByLabel("Motif").fill("Travaux");
    await pressed(page, "Fermer ces jours");
    await page.getByText("Ces jours sont fermés.").waitFor();
    const days = () =>
      asked(
        (sql) =>
          sql<
            { closed_reason: string }[]
          >`select closed_reason from slot_occurrences where slot_id = ${slot?.id ?? 0} and date = ${slot?.date ?? ""}`,
      );
    expect(await days()).toEqual([{ closed_reason: "Travaux" }]);
    await expectAccessible(page);

    await pressed(page, "Archiver le créneau");
    await page.getByText(/y sont encore réservées/).waitFor();
    await leave();
  });
});

test("a price is tried before it is decided", async () => {
  const { page, leave } = await visit();
  await signIn(page, ADMIN);
  await page.getByRole("link", { name: "Tarifs", exact: true }).click();
  await page.getByRole("link", { name: "Restauration scolaire" }).click();
  const price = page.getByRole("region", { name: "Essayer" }).getByRole("status");
  await price.getByText(/^3,05\s€$/).waitFor();
  await price.getByText(/Quotient familial 900.*tranche T4/).waitFor();
  await page.getByLabel("Quotient familial").fill("");
  await price.getByText(/^4,90\s€$/).waitFor();
  await price.getByText(/Quotient inconnu/).waitFor();
  await expectAccessible(page);
  await leave();
});

test("a régie calls its bank for real", async () => {
  const { page, leave } = await visit();
  await signIn(page, ADMIN);
  await page.goto("/admin/catalogue/regies");
  for (const [office, sentence] of [
    ["Régie périscolaire et restauration", /PayFiP répond/],
    ["Régie des loisirs", /Systempay ouvre la page de paiement/],
  ] as const) {
    await page.getByRole("link", { name: office }).click();
    await pressed(page, "Tester la connexion");
    await page.getByText(sentence).waitFor();
    await page.goBack();
  }
  await leave();
});

test("on a phone, every page of the catalogue", async () => {
  const { page, leave } = await visit(phone);
  await signIn(page, ADMIN);
  const [ids] = await asked(
    (sql) => sql<{ facility: string; activity: string; slot: number; tariff: string; office: string }[]>`
      select a.facility_id as facility, a.id as activity, s.id as slot, s.tariff_id as tariff, a.revenue_office_id as office
      from slots s join activities a on a.id = s.activity_id order by s.id limit 1`,
  );
  for (const path of [
    "",
    `/structures/${ids?.facility}`,
    `/activites/${ids?.activity}`,
    `/creneaux/${ids?.slot}`,
    `/tarifs/${ids?.tariff}`,
    `/regies/${ids?.office}`,
    "/assistant?service=vacances",
  ]) {
    await page.goto(`/admin/catalogue${path}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await leave();
});
