import { generateSync } from "otplib";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  findFreeCells,
  PASSWORD,
  signIn,
  startJourneys,
} from "../support/journey";

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

const rousseau = (page: Page) => page.getByRole("link", { name: "Rousseau", exact: true }).first();

async function openRousseau(page: Page): Promise<void> {
  await page.goto("/admin/familles?q=nahel rousseau");
  await rousseau(page).click();
  await page.getByRole("heading", { name: "Famille Rousseau" }).waitFor();
}

describe("a family is found", () => {
  test("as one types, by any word in any order, or by a number", async () => {
    const { page, leave } = await visit();
    await signIn(page, ADMIN);
    await page.getByRole("link", { name: "Familles" }).click();
    const field = page.getByLabel("Chercher une famille");

    for (const text of ["rousseau nahel", "NAHÉL rous", "+33 6 39 98 10 20"]) {
      await field.fill(text);
      await page.waitForURL((url) => url.searchParams.get("q") === text);
      await page
        .getByRole("status")
        .filter({ hasText: /^1 famille$/ })
        .waitFor();
      await rousseau(page).waitFor();
    }
    await field.fill("zzzz");
    await page.getByText("Rien ne correspond à « zzzz ».").waitFor();
    await expectAccessible(page);
    await leave();
  });

  test("without any script", async () => {
    const { page, leave } = await visit({ javaScriptEnabled: false });
    await signIn(page, ADMIN);
    await page.goto("/admin/familles");
    await page.getByLabel("Chercher une famille").fill("nahel");
    await page.getByRole("button", { name: "Chercher" }).click();
    await rousseau(page).click();
    await page.getByRole("heading", { name: "Famille Rousseau" }).waitFor();
    await leave();
  });

  test("from anywhere with Ctrl-K, with the keyboard alone", async () => {
    const { page, leave } = await visit();
    await signIn(page, ADMIN);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Raccourcis clavier" }).getByText("Ctrl").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("benali ines");
    await page.getByRole("option", { name: /^Inès Enfant de Samira Benali/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Famille Benali" }).waitFor();
    await leave();
  });

  test("on a phone", async () => {
    const { page, leave } = await visit(phone);
    await signIn(page, ADMIN);
    for (const path of ["/admin/familles", "/admin/a-valider", "/admin/agents", "/admin/securite"]) {
      await page.goto(path);
      await expectNoSidewaysScroll(page);
    }
    await openRousseau(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await leave();
  });
});

test("an agent sees as the family does, changes nothing, and leaves a trace", async () => {
  const { page, leave } = await visit();
  await signIn(page, ADMIN);
  await openRousseau(page);

  await page.getByRole("button", { name: "Voir comme la famille" }).click();
  await page.waitForURL(/\/accueil$/);
  const banner = page.getByRole("complementary", { name: "Vous regardez l’espace d’une famille" });
  await expect(banner.textContent()).resolves.toContain("Rousseau");
  await expectAccessible(page);
  const [cell = ""] = await findFreeCells(page, "Nahel", "Soir", 1);
  await page.getByRole("button", { name: cell, exact: true }).click();
  await page.getByText("Vous regardez l’espace de cette famille").first().waitFor();
  await page.getByRole("button", { name: cell, exact: true }).waitFor();

  await page.goto("/admin");
  await page.waitForURL(/\/accueil$/);
  await banner.getByRole("button", { name: "Quitter" }).click();
  await page.getByRole("heading", { name: "Famille Rousseau" }).waitFor();
  await page.getByText("Espace de la famille quitté par l’agent").first().waitFor();
  await leave();
});

test("a queue is emptied with the keyboard, and a decision is taken back", async () => {
  const waiting = await asked(
    (sql) => sql<{ id: string }[]>`
      insert into change_requests (household_id, person_id, field, old_value, new_value, requested_by, created_at)
      select m.household_id, m.person_id, 'person.birthName', null, 'Martin', gen_random_uuid(), now()
      from household_members m join persons p on p.id = m.person_id
      where m.role = 'guardian' and p.last_name = 'Benali'
        or m.person_id in (select person_id from accounts where email like 'parent%@exemple.fr')
      returning id`,
  );
  const statuses = async () =>
    (await asked((sql) => sql<{ status: string }[]>`select status from change_requests order by created_at, id`)).map(
      ({ status }) => status,
    );
  expect(waiting.length).toBeGreaterThan(1);

  const { page, leave } = await visit();
  await signIn(page, ADMIN);
  await page.goto("/admin/a-valider/modifications");
  await page.waitForLoadState("networkidle");
  const cards = page.getByRole("article");
  const count = await cards.count();

  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect.poll(() => cards.count(), { timeout: 10_000 }).toBe(count - 1);
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect.poll(() => cards.count(), { timeout: 10_000 }).toBe(count);
  expect(new Set(await statuses())).toEqual(new Set(["pending"]));

  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Raccourcis clavier" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await cards.first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("r");
  await page.getByLabel("Motif, que la famille lira").first().fill("Il manque le justificatif.");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => cards.count(), { timeout: 10_000 }).toBe(count - 1);
  await page.getByRole("link", { name: "Familles" }).click(); // leaving sends what was decided
  await expect.poll(statuses, { timeout: 15_000 }).toContain("refused");
  await leave();
});

test("a second factor is set up, asked for at the next sign-in, and replaced by a recovery code", async () => {
  const { page, leave } = await visit();
  const email = "regie@exemple.fr";
  await signIn(page, email);
  await page.getByRole("link", { name: "Ma sécurité" }).click();
  const key = (await page.getByRole("code").textContent()) ?? "";
  await expectAccessible(page);
  await page.getByLabel("Code à 6 chiffres").fill(generateSync({ secret: key.replaceAll(" ", "") }));
  await page.getByRole("button", { name: "Mettre en place" }).click();
  await page.getByText("Gardez ces dix codes de secours.").waitFor();
  const recovery = page.getByRole("listitem").filter({ hasText: /^[a-z2-9]{5}-[a-z2-9]{5}$/ });
  expect(await recovery.count()).toBe(10);
  const code = (await recovery.first().textContent()) ?? "";

  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/connexion\/code/);
  await page.goto("/admin/familles");
  await page.waitForURL(/\/connexion\/code\?retour=/);
  await expectAccessible(page);
  await page.getByLabel("Code à 6 chiffres").fill("000000");
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("alert").filter({ hasText: "Ce code n’est pas le bon" }).waitFor();
  await page.getByRole("button", { name: "Je n’ai pas mon téléphone" }).click();
  await page.getByLabel("Code de secours").fill(code);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.waitForURL(/\/admin\/familles$/);
  await leave();
});

test("an agent is invited, opens their access, and is shown out", async () => {
  const { page: desk, leave: leaveDesk } = await visit();
  await signIn(desk, ADMIN);
  await desk.getByRole("link", { name: "Agents" }).click();
  await desk.getByLabel("Adresse e-mail").fill("ines.petit@exemple.fr");
  await desk.getByRole("region", { name: "Inviter un agent" }).getByLabel("Rôle").selectOption("auditor");
  await desk.getByRole("button", { name: "Inviter" }).click();
  await desk.getByText("L’invitation est partie.").waitFor();
  const [sent] = await asked(
    (sql) =>
      sql<{ url: string }[]>`select payload->>'url' as url from emails where recipient = 'ines.petit@exemple.fr'`,
  );

  const { page, leave } = await visit(phone);
  await page.goto(sent?.url ?? "");
  await expectAccessible(page);
  await page.getByLabel("Prénom et nom").fill("Inès Petit");
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ouvrir mon accès" }).click();
  await page.getByText("Votre accès est ouvert.").waitFor();
  await signIn(page, "ines.petit@exemple.fr");
  await page.goto("/admin/familles");
  expect(await page.getByRole("link", { name: "Nouvelle famille" }).count()).toBe(0);

  await desk.reload();
  await desk.getByText("Inès Petit").waitFor();
  await desk.locator("summary[aria-label='Modifier Inès Petit']").click();
  await desk.getByRole("button", { name: "Fermer l’accès" }).click();
  await desk.getByText("Accès fermé").first().waitFor();
  await page.goto("/admin/familles");
  await page.waitForURL(/\/connexion/);
  await leave();
  await leaveDesk();
});
