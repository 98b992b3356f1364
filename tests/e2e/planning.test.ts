import type { Page } from "playwright-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { expectAccessible, expectNoSidewaysScroll, signIn, startJourneys } from "../support/journey";
import { pdfText } from "../unit/billing/pdf-text";

const { portal, visit } = startJourneys();
const AGENT = "agent@exemple.fr";
const tablet = { viewport: { width: 768, height: 1024 }, hasTouch: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function asked<Row extends postgres.MaybeRow>(work: (sql: postgres.Sql) => Promise<Row[]>): Promise<Row[]> {
  const sql = postgres(portal().databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

type Evening = { id: number; slotId: number; date: string; children: string[] };

/** The last evening gone by, as if nobody had pointed it yet. */
async function anEveningToPoint(): Promise<Evening> {
  const [evening] = await asked(
    (sql) => sql<Evening[]>`
      with evening as (
        select o.id, o.slot_id, o.date from slot_occurrences o
        join slots s on s.id = o.slot_id join age_groups g on g.id = s.age_group_id
        where s.label = 'Soir' and g.min_age = 6 and o.date < current_date order by o.date desc, o.id limit 1
      ),
      forgotten as (
        update reservations r set status = 'booked' from evening
        where r.occurrence_id = evening.id and r.status in ('booked', 'attended', 'absent_charged') returning r.child_id
      )
      select evening.id::int as id, evening.slot_id as "slotId", evening.date::text as date, array(
        select p.first_name || ' ' || p.last_name from forgotten f join persons p on p.id = f.child_id
        order by lower(p.first_name), lower(p.last_name), p.id
      ) as children from evening`,
  );
  if (!evening) throw new Error("the town has no evening gone by");
  return evening;
}

const statusOf = async ({ id }: Evening, child: string) =>
  asked(
    (sql) => sql<{ status: string; price: number; surcharge: number | null }[]>`
      select r.status, r.price_cents as price, (r.pricing->>'surchargeCents')::int as surcharge
      from reservations r join persons p on p.id = r.child_id
      where r.occurrence_id = ${id} and p.first_name || ' ' || p.last_name = ${child}`,
  );

const lastTouchOf = async ({ id }: Evening, child: string) => {
  const [touch] = await asked(
    (sql) => sql<{ state: string }[]>`
      select t.state from attendance_records t join reservations r on r.id = t.reservation_id
      join persons p on p.id = r.child_id
      where r.occurrence_id = ${id} and p.first_name || ' ' || p.last_name = ${child} order by t.at desc, t.id desc limit 1`,
  );
  return touch?.state;
};

test("an agent reads the planning by day and by week, with the keyboard, and on a phone", async () => {
  const { page, leave } = await visit();
  await signIn(page, AGENT);
  await page.getByRole("link", { name: "Planning" }).first().click();
  await page.waitForURL(/\/admin\/planning/);
  const { date } = await anEveningToPoint();

  await page.goto(`/admin/planning?jour=${date}`);
  await page.getByRole("heading", { name: capitalized(dateInWords(date)) }).waitFor();
  await page
    .getByRole("img", { name: /\d+ attendus et \d+ demandes pour \d+ places/ })
    .first()
    .waitFor();
  await page
    .getByText(/adultes? requis/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL((url) => (url.searchParams.get("jour") ?? "") > date);
  await page.goBack();
  await page.getByRole("heading", { name: capitalized(dateInWords(date)) }).waitFor();

  await page.getByRole("link", { name: "Semaine", exact: true }).click();
  await page.getByRole("heading", { name: /^Semaine du lundi/ }).waitFor();
  await page
    .getByRole("rowheader", { name: /Périscolaire – Soir, 6-11 ans/ })
    .first()
    .waitFor();
  await expectAccessible(page);

  await page.getByText("Voir ces nombres").first().click();
  await page
    .getByRole("table", { name: /^Le moment le plus chargé/ })
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Remplissage", exact: true }).click();
  await page
    .getByRole("table", { name: /^Remplissage de/ })
    .first()
    .getByText(/^\d+ %$/)
    .first()
    .waitFor();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Repas à commander" }).first().click();
  await page.waitForURL(/\/repas/);
  await page.goto(`/admin/planning/repas?jour=${date}`);
  await page
    .getByRole("table", { name: /^Repas à servir/ })
    .first()
    .waitFor();
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "XLSX" }).click()]);
  await file.path();
  expect(file.suggestedFilename()).toBe(`repas-${date}-${date}.xlsx`);
  await leave();

  const small = await visit(phone);
  await signIn(small.page, AGENT);
  for (const path of [
    `/admin/planning?jour=${date}&vue=remplissage`,
    `/admin/planning?jour=${date}`,
    `/admin/planning?jour=${date}&vue=semaine`,
    `/admin/planning/repas?jour=${date}`,
    "/admin/pointage",
  ]) {
    await small.page.goto(path);
    await expectNoSidewaysScroll(small.page);
  }
  await small.leave();
});

test("an animator points a slot on a tablet, loses the network, and adds a child who was not expected", async () => {
  const evening = await anEveningToPoint();
  const [first = "", second = "", third = ""] = evening.children;
  const [other] = await asked(
    (sql) => sql<{ name: string }[]>`
      select p.first_name || ' ' || p.last_name as name from slots s
      join enrollments e on e.activity_id = s.activity_id and e.status = 'approved'
        and ${evening.date} between e.starts_on and e.ends_on
      join persons p on p.id = e.child_id
      where s.id = ${evening.slotId} and not exists (
        select from reservations r where r.child_id = p.id and r.occurrence_id = ${evening.id}
      ) order by p.id limit 1`,
  );
  const unexpected = other?.name ?? "";

  const { page, leave } = await visit(tablet);
  await signIn(page, AGENT);
  await page.goto(`/admin/pointage?jour=${evening.date}`);
  await expectAccessible(page);
  await page.locator(`a[href*="creneau=${evening.slotId}"]`).click();
  const list = page.getByRole("list", { name: "Enfants", exact: true });
  await list.waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const press = (state: string, child: string) =>
    page.getByRole("button", { name: `${state} : ${child}`, exact: true });
  const box = await press("Présent", first).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(48);

  await press("Présent", first).click();
  await expect.poll(() => statusOf(evening, first), { timeout: 10_000 }).toMatchObject([{ status: "attended" }]);
  const left = page.getByRole("button", { name: new RegExp(`^Parti : ${first}`) });
  await left.click();
  await page.getByLabel("Une autre personne").fill("Odile Rousseau");
  await page.getByRole("button", { name: "Noter" }).click();
  await list.getByText("avec Odile Rousseau").waitFor();
  await expectAccessible(page);
  await left.click(); // touched again: still there
  await expect.poll(() => lastTouchOf(evening, first), { timeout: 10_000 }).toBe("present");
  await press("Présent", first).click(); // touched again: taken back
  await expect.poll(() => statusOf(evening, first), { timeout: 10_000 }).toMatchObject([{ status: "booked" }]);
  await page.getByRole("button", { name: `Qui vient chercher ${first} ?` }).click();
  await page.getByRole("link", { name: /^0\d/ }).first().waitFor();

  await page.context().setOffline(true);
  await press("Absent", second).click();
  await press("Présent", third).click();
  await page.getByText("2 pointages à envoyer").waitFor();
  expect(await statusOf(evening, second)).toMatchObject([{ status: "booked" }]);
  await page.getByLabel("Chercher ou ajouter un enfant").fill(unexpected);
  await page.getByRole("button", { name: `Ajouter, présent : ${unexpected}` }).click();
  await page.getByText("3 pointages à envoyer").waitFor();
  await page.context().setOffline(false);
  await page.getByText(/pointages? à envoyer/).waitFor({ state: "detached" });

  expect(await statusOf(evening, second)).toMatchObject([{ status: "absent_charged" }]);
  expect(await statusOf(evening, third)).toMatchObject([{ status: "attended" }]);
  const [came] = await statusOf(evening, unexpected);
  expect(came).toMatchObject({ status: "attended_unbooked", surcharge: 250 });
  expect(came?.price).toBeGreaterThan(250);
  await list.getByRole("listitem").filter({ hasText: unexpected }).getByText("Sans réservation").waitFor();

  await page.getByRole("button", { name: /^Tout le monde est là/ }).click();
  await page.getByRole("status").filter({ hasText: ", 0 à pointer" }).waitFor();
  await page.getByText(/pointages? à envoyer/).waitFor({ state: "detached" });
  await expectAccessible(page);

  const sheet = await page.request.get(`/api/feuilles/${evening.slotId}/pdf?jour=${evening.date}`);
  expect(sheet.headers()["content-type"]).toBe("application/pdf");
  const text = pdfText(await sheet.body());
  for (const child of [first, third, unexpected]) expect(text).toContain(child);
  await leave();
});

async function findPaidEvening() {
  const [evening] = await asked(
    (sql) => sql<{ date: string; activityId: string; paid: number; balance: number; householdId: string }[]>`
      select o.date::text as date, s.activity_id as "activityId", r.household_id as "householdId",
        sum(r.paid_cents)::int as paid, (
          select coalesce(-sum(e.amount_cents), 0)::int from ledger_entries e
          join activities a on a.id = s.activity_id
          where e.household_id = r.household_id and e.account = 'household' and e.revenue_office_id = a.revenue_office_id
        ) as balance
      from accounts c
      join household_members g on g.person_id = c.person_id
      join reservations r on r.household_id = g.household_id and r.status = 'booked' and r.paid_cents > 0
      join slot_occurrences o on o.id = r.occurrence_id and o.date > current_date
      join slots s on s.id = o.slot_id and s.label = 'Soir'
      where c.email = 'parent@exemple.fr'
      group by o.date, s.activity_id, r.household_id order by o.date limit 1`,
  );
  if (!evening) throw new Error("nothing of the family is paid in advance");
  return evening;
}

const balanceOf = ({ householdId, activityId }: { householdId: string; activityId: string }) =>
  asked(
    (sql) => sql<{ cents: number }[]>`
      select coalesce(-sum(e.amount_cents), 0)::int as cents from ledger_entries e
      join activities a on a.id = ${activityId} and a.revenue_office_id = e.revenue_office_id
      where e.household_id = ${householdId} and e.account = 'household'`,
  );

async function close(page: Page, { date, activityId }: { date: string; activityId: string }): Promise<void> {
  await page.goto(`/admin/planning?jour=${date}`);
  await page.getByRole("link", { name: "Fermer ce jour…" }).click();
  await page.getByLabel("Ce qui ferme").selectOption(`activite:${activityId}`);
  await page.getByRole("button", { name: "Voir qui est concerné" }).click();
  await page.getByRole("heading", { name: "Qui est concerné" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Motif, que les familles liront").fill("Grève du personnel");
  await page.getByRole("button", { name: /^Fermer et prévenir \d+ familles?$/ }).click();
  await page.getByText(/créneaux? (est|sont) fermés?/).waitFor();
}

test("a day is closed in one act: the parent sees it closed, is credited and told; then it opens again", async () => {
  const evening = await findPaidEvening();
  const { page, leave } = await visit();
  await signIn(page, AGENT);
  await close(page, evening);

  expect(await balanceOf(evening)).toEqual([{ cents: evening.balance + evening.paid }]);
  const told = await asked(
    (sql) => sql`select from emails where recipient = 'parent@exemple.fr' and template = 'slot-closed'
      and payload->>'reason' = 'Grève du personnel'`,
  );
  expect(told).toHaveLength(1);

  const family = await visit(phone);
  await signIn(family.page, "parent@exemple.fr");
  await family.page.goto(`/reservations?mois=${evening.date.slice(0, 7)}`);
  const closed = family.page.locator(`[aria-label$="${dateInWords(evening.date)}, Soir, fermé"]`).first();
  await closed.waitFor({ state: "attached" });
  await family.page.goto("/prepaiements");
  await family.page
    .getByText(/Annulation : Soir/)
    .first()
    .waitFor();
  await family.leave();

  await page.goto(`/admin/planning?jour=${evening.date}`);
  await page.getByText("Grève du personnel").first().waitFor();
  await page.goto("/admin/planning/fermetures");
  await expectAccessible(page);
  await page
    .getByRole("row")
    .filter({ hasText: "Grève du personnel" })
    .getByRole("button", { name: /^Rouvrir/ })
    .click();
  await page.getByRole("row").filter({ hasText: "Grève du personnel" }).waitFor({ state: "detached" });
  const open = await asked(
    (sql) => sql`select from slot_occurrences o join slots s on s.id = o.slot_id
      where s.activity_id = ${evening.activityId} and o.date = ${evening.date} and o.closed_reason is null`,
  );
  expect(open.length).toBeGreaterThan(0);
  await leave();
});
