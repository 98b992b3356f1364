import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { dateInWords, monthInWords } from "@/lib/core/format-date";
import { aPhoto } from "../support/files";
import { expectAccessible, expectNoSidewaysScroll, inState, settled, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();
let connection: ReturnType<typeof postgres> | undefined;
const sql = () => {
  connection ??= postgres(journeys.portal().databaseUrl, { max: 1, onnotice: () => {} });
  return connection;
};
afterAll(() => connection?.end());

/** Days to come on which Nahel Rousseau has this service booked. */
const bookedDays = async (label: string): Promise<string[]> => {
  const rows = await sql()<{ date: string }[]>`
    select o.date::text as date from reservations r
    join persons p on p.id = r.child_id and p.first_name = 'Nahel' and p.last_name = 'Rousseau'
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    where r.status = 'booked' and s.label = ${label} and o.date > current_date + 1 order by o.date`;
  return rows.map(({ date }) => date);
};

/** The time to cancel is over for everything on a day. */
const makeLate = (date: string) =>
  sql()`update slot_occurrences set cancellation_closes_at = now() - interval '1 hour' where date = ${date}`;

const cellOf = (date: string, slot: string, state: string) => `Nahel, ${dateInWords(date)}, ${slot}, ${state}`;

async function openMonth(page: Page, date: string): Promise<void> {
  await page.goto(`/reservations?mois=${date.slice(0, 7)}`);
  await page.getByRole("heading", { name: new RegExp(monthInWords(date.slice(0, 7)), "i") }).waitFor();
}

async function openDetail(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator(".detail").waitFor();
}

test("from the phone, a sick child: every service of the day in one gesture, and the proof at once", async () => {
  const [date = ""] = await bookedDays("Repas");
  await makeLate(date);
  const { page, leave } = await journeys.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await signIn(page, "parent@exemple.fr");
  await openMonth(page, date);

  await page.getByRole("button", { name: "Mon enfant est malade" }).click();
  await page.getByRole("radio", { name: "Nahel" }).check();
  await page.getByLabel("Dernier jour").fill(date);
  await page.getByLabel("Premier jour").fill(date);
  await page.getByText(/Un justificatif est demandé avant le/).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Déclarer l’absence" }).click();

  await page.getByRole("heading", { name: "Absence déclarée" }).waitFor();
  await expectAccessible(page);
  const file = { name: "certificat.jpg", mimeType: "image/jpeg", buffer: await aPhoto() };
  await page.getByLabel(/^Envoyer le justificatif/).setInputFiles(file);
  await page.getByText("Justificatif envoyé : la structure va décider.").waitFor();

  const day = page.getByRole("button", { name: new RegExp(`^${dateInWords(date)}(, |$)`), includeHidden: true });
  while (!(await day.isVisible())) await page.getByRole("button", { name: "Semaine suivante" }).click();
  await day.click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: cellOf(date, "Repas", "absence facturée"), exact: true })
    .click();
  await page.getByText("Justificatif reçu : la structure va décider.").waitFor();
  await page.getByText(/^Absence déclarée par Cédric Rousseau le/).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await leave();

  const agent = await journeys.visit();
  await signIn(agent.page, "agent@exemple.fr");
  await agent.page.goto("/admin/a-valider/absences");
  await expectAccessible(agent.page);
  const card = agent.page.getByRole("article").filter({ hasText: "Nahel Rousseau" });
  await card.getByRole("link", { name: "Voir le justificatif" }).waitFor();
  await card.getByRole("button", { name: "Excuser" }).click();
  await agent.page.goto("/admin/a-valider"); // leaving sends what could still be undone
  await expect
    .poll(
      async () => (await sql()`select status from absences where first_day = ${date} and status = 'excused'`).length,
    )
    .toBe(1);
  await agent.leave();
});

test("cancelled in time, the price is told before and found on the account after; too late, an agent decides", async () => {
  const evenings = await bookedDays("Soir");
  const [late = "", inTime = ""] = [evenings[0], evenings.at(-1)];
  await makeLate(late);
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent@exemple.fr");

  await openMonth(page, inTime);
  const booked = cellOf(inTime, "Soir", "réservé");
  await openDetail(page, booked);
  await page.getByText(/Annulation sans frais jusqu’au .* reviendront sur votre compte/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Annuler cette réservation" }).click();
  await page
    .getByRole("button", { name: inState(booked, "libre"), exact: true })
    .last()
    .waitFor();
  await settled(page);

  await openMonth(page, late);
  await openDetail(page, cellOf(late, "Soir", "réservé"));
  await page.getByLabel(/Votre message à la structure/).fill("Nahel part chez sa tante.");
  await page.getByRole("button", { name: "Demander l’annulation" }).click();
  await page
    .getByRole("button", { name: cellOf(late, "Soir", "annulation demandée"), exact: true })
    .last()
    .waitFor();
  await page.getByRole("button", { name: "Retirer ma demande d’annulation" }).waitFor();
  await settled(page);

  const agent = await journeys.visit();
  await signIn(agent.page, "agent@exemple.fr");
  await agent.page.goto("/admin/a-valider/demandes");
  await expectAccessible(agent.page);
  const card = agent.page.getByRole("article").filter({ hasText: "Nahel part chez sa tante." });
  await card.getByRole("button", { name: "Accepter" }).click();
  await agent.page.goto("/admin/a-valider");
  await expect
    .poll(async () => (await sql()`select from reservation_changes where reason = 'cancellation_accepted'`).length)
    .toBe(1);
  await agent.leave();

  await page.goto("/prepaiements");
  for (const date of [inTime, late]) {
    const day = dateInWords(date).replace(/ \d{4}$/, "");
    await page.getByText(`Annulation : Soir, ${day}, Nahel`).first().waitFor();
  }
  await leave();
});

test("a full evening: join the list, see the rank, be offered the place that is freed, and take it", async () => {
  const [full] = await sql()<{ id: string; date: string }[]>`
    select o.id, o.date::text as date from slot_occurrences o join slots s on s.id = o.slot_id
    where s.label = 'Soir' and o.waiting > 0 order by o.date limit 1`;
  const { id = "", date = "" } = full ?? {};
  const { page, leave } = await journeys.visit();
  await signIn(page, "parent@exemple.fr");
  await openMonth(page, date);
  await openDetail(page, cellOf(date, "Soir", "complet"));
  await page.getByRole("button", { name: "Rejoindre la liste d’attente" }).click();
  await page.getByText("Vous êtes 5e de la liste d’attente.").waitFor();
  await expectAccessible(page);

  await sql()`update slot_occurrences set capacity = capacity + 5 where id = ${id}`;
  await sql()`select graphile_worker.add_job('offer-waiting-places', '{}')`;
  await expect
    .poll(async () => (await sql()`select from reservations where awaiting = 'answer'`).length, { timeout: 20_000 })
    .toBe(5);
  await openMonth(page, date);
  await openDetail(page, cellOf(date, "Soir", "place proposée, à accepter"));
  await page.getByRole("button", { name: "Accepter la place" }).click();
  await page
    .getByRole("button", { name: cellOf(date, "Soir", "demande en attente de paiement"), exact: true })
    .last()
    .waitFor();
  await settled(page);
  await leave();
});

test("at the counter: past the deadline with a reason, late requests, and the parents read who did what", async () => {
  const [evening = ""] = await bookedDays("Soir");
  await makeLate(evening);
  const [meal] = await sql()<{ date: string }[]>`
    update slot_occurrences o set booking_closes_at = now() - interval '1 hour'
    where o.id = (
      select o.id from slot_occurrences o join slots s on s.id = o.slot_id and s.label = 'Repas'
      join enrollments e on e.activity_id = s.activity_id and e.status = 'approved'
      join persons p on p.id = e.child_id and p.first_name = 'Nahel' and p.last_name = 'Rousseau'
      where o.date > current_date + 7 and o.closed_reason is null and o.taken < o.capacity and not exists (
        select from reservations r where r.occurrence_id = o.id and r.child_id = p.id and r.status not in ('refused', 'cancelled')
      ) order by o.date limit 1
    ) returning o.date::text as date`;
  const mealDay = meal?.date ?? "";
  const [home] = await sql()<{ id: string }[]>`select id from households where name = 'Rousseau' order by id limit 1`;

  const agent = await journeys.visit();
  await signIn(agent.page, "agent@exemple.fr");
  await agent.page.goto(`/admin/familles/${home?.id}`);
  await agent.page.getByRole("link", { name: "Réserver, annuler" }).click();
  await agent.page.getByText("Vous agissez pour la famille Rousseau").waitFor();
  await expectAccessible(agent.page);
  await agent.page.goto(`/admin/familles/${home?.id}/reservations?mois=${evening.slice(0, 7)}`);
  const booked = cellOf(evening, "Soir", "réservé");
  await openDetail(agent.page, booked);
  await expectAccessible(agent.page);
  await agent.page.getByRole("button", { name: "Annuler quand même" }).click();
  // Without a reason nothing is sent: the field waits.
  await agent.page.getByLabel("Motif, que la famille lira").fill("Hospitalisation, prévenue par téléphone");
  await agent.page.getByRole("button", { name: "Annuler quand même" }).click();
  await agent.page
    .getByRole("button", { name: inState(booked, "délai dépassé, encore possible sur demande"), exact: true })
    .or(agent.page.getByRole("button", { name: inState(booked, "libre"), exact: true }))
    .last()
    .waitFor();
  await settled(agent.page);

  const { page, leave } = await journeys.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await signIn(page, "parent@exemple.fr");
  await openMonth(page, mealDay);
  const day = page.getByRole("button", { name: new RegExp(`^${dateInWords(mealDay)}(, |$)`), includeHidden: true });
  while (!(await day.isVisible())) await page.getByRole("button", { name: "Semaine suivante" }).click();
  await openDetail(page, cellOf(mealDay, "Repas", "délai dépassé, encore possible sur demande"));
  await page.getByText(/Une demande tardive coûte 1,00\s€ de plus/).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Envoyer une demande tardive" }).click();
  await page
    .getByRole("button", { name: cellOf(mealDay, "Repas", "demande en attente de validation"), exact: true })
    .last()
    .waitFor();
  await settled(page);

  await openMonth(page, evening);
  const seen = page.getByRole("button", { name: new RegExp(`^${dateInWords(evening)}(, |$)`), includeHidden: true });
  while (!(await seen.isVisible())) await page.getByRole("button", { name: "Semaine suivante" }).click();
  await seen.click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /: Nahel, Soir$/ })
    .click();
  await page
    .getByText(/^Annulé après le délai par l’accueil, Émilie G\. .*Hospitalisation, prévenue par téléphone/)
    .waitFor();
  await leave();

  await agent.page.goto("/admin/a-valider/demandes");
  await agent.page.getByRole("article").filter({ hasText: "Réservation tardive · Nahel Rousseau" }).waitFor();
  await agent.leave();
});
