import postgres from "postgres";
import { expect, test } from "vitest";
import { findFreeCells, inState, PASSWORD, requestCells, signIn, startJourneys } from "../support/journey";

const journeys = startJourneys();

test("the server dies between payment and settlement: the poll settles what the bank knows, once", async () => {
  const { page } = await journeys.visit();
  const { databaseUrl, kill9Server, restartServer } = journeys.portal();
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await signIn(page, "parent@exemple.fr");
  const evenings = await findFreeCells(page, "Nahel", "Soir", 2);
  const month = page.url();
  await requestCells(page, evenings);
  await page.goto("/panier");
  await page.getByRole("button", { name: "Valider mes réservations avec prépaiement" }).click();
  await page.getByText("Scénarios de test").click();
  await page.locator("select[name=scenario]").selectOption({ label: "Aucune notification" });
  await page.getByRole("button", { name: "Payer par carte bancaire" }).click();
  await page.waitForURL(/resultat/);

  await kill9Server();
  const [payment] =
    await sql`select id, status from payments where status = 'pending' order by created_at desc limit 1`;
  expect(payment).toBeDefined();
  await restartServer();
  await sql`update payments set next_check_at = now() where id = ${payment?.id}`;
  await sql`select graphile_worker.add_job('poll-open-payments', '{}')`;

  await expect
    .poll(async () => (await sql`select status from payments where id = ${payment?.id}`)[0]?.status, {
      timeout: 30_000,
    })
    .toBe("paid");
  expect(await sql`select count(*)::int as receipts from receipts where payment_id = ${payment?.id}`).toEqual([
    { receipts: 1 },
  ]);
  await page.goto(month);
  for (const evening of evenings) {
    await page.getByRole("button", { name: inState(evening, "réservé"), exact: true }).waitFor();
  }
  await sql.end();
});

test("a network that falls in the middle of a form: a sentence, nothing lost, nothing twice", async () => {
  const { page } = await journeys.visit({ viewport: { width: 390, height: 844 } });
  const sql = postgres(journeys.portal().databaseUrl, { max: 1 });
  const cut = page.getByText("L’envoi a été interrompu.").first();
  const offline = async (act: () => Promise<void>) => {
    await page.context().setOffline(true);
    await act();
    await cut.waitFor();
    await page.context().setOffline(false);
  };

  await page.goto("/connexion", { waitUntil: "networkidle" }); // a form without its script is the browser's own
  await page.getByLabel("Adresse e-mail").fill("parent2@exemple.fr");
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await offline(() => page.getByRole("button", { name: "Se connecter" }).click());
  expect(await page.getByLabel("Adresse e-mail").inputValue()).toBe("parent2@exemple.fr");
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL("**/accueil");

  // The file of the family: what is typed stays, also when the page is loaded again.
  const edit = page.getByRole("button", { name: /^Modifier : adresse/ });
  const street = page.getByLabel(/^(Numéro et rue|Adresse|Rue)/).first();
  await page.goto("/ma-famille");
  await edit.click();
  await street.fill("8 rue du Tunnel");
  await offline(() => page.getByRole("button", { name: "Enregistrer" }).click());
  expect(await street.inputValue()).toBe("8 rue du Tunnel");
  await page.reload();
  await edit.click();
  await page.getByText("Votre saisie a été retrouvée").waitFor();
  expect(await street.inputValue()).toBe("8 rue du Tunnel");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page
    .getByText(/^(Demande envoyée|Enregistré)/)
    .first()
    .waitFor();
  const [asked] = await sql`select count(*)::int from change_requests where new_value::text like '%rue du Tunnel%'`;
  expect(asked).toEqual({ count: 1 });

  // A message that was written, whose answer never came: sent again, it is the same one.
  await page.goto("/contact/nouveau");
  await page.getByLabel("Sujet").selectOption({ label: "Autre chose" });
  await page.getByRole("textbox", { name: "Message" }).fill("Écrit une seule fois.");
  await page.route("**/contact/nouveau", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Envoyer" }).click();
  await cut.waitFor();
  await page.unroute("**/contact/nouveau");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.waitForURL(/contact\/[0-9a-f-]{36}$/);
  expect(await sql`select count(*)::int from contact_messages where body = 'Écrit une seule fois.'`).toEqual([
    { count: 1 },
  ]);
  await sql.end();
});

test("without JavaScript, one signs in and asks for a new password", async () => {
  const { page, leave } = await journeys.visit({ javaScriptEnabled: false });
  await page.goto("/connexion?retour=/prepaiements");
  await page.getByLabel("Adresse e-mail").fill("parent@exemple.fr");
  await page.getByLabel("Mot de passe", { exact: true }).fill("pas le bon");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByText("Adresse e-mail ou mot de passe incorrect.").first().waitFor();
  expect(await page.getByLabel("Adresse e-mail").inputValue()).toBe("parent@exemple.fr");
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL("**/prepaiements");
  await leave();

  const stranger = await journeys.visit({ javaScriptEnabled: false });
  await stranger.page.goto("/mot-de-passe-oublie");
  await stranger.page.getByLabel("Adresse e-mail").fill("inconnue@exemple.fr");
  await stranger.page.getByRole("button").last().click();
  await stranger.page.getByText(/Si cette adresse/).waitFor();
  await stranger.leave();
});

test("a stranger sees the door, another family sees nothing", async () => {
  const { page } = await journeys.visit();
  for (const path of ["/accueil", "/reservations", "/panier", "/prepaiements", "/admin", "/admin/messages/envois"]) {
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe("/connexion");
  }
  const { databaseUrl, url } = journeys.portal();
  const sql = postgres(databaseUrl, { max: 1 });
  const [receipt] = await sql`
    select r.id, r.payment_id from receipts r join households h on h.id = r.household_id where h.name = 'Rousseau' limit 1`;
  await sql.end();
  expect((await fetch(`${url}/api/recus/${receipt?.id}/pdf`)).status).toBe(401);

  await signIn(page, "parent2@exemple.fr");
  const theirs = [
    `/api/recus/${receipt?.id}/pdf`,
    `/paiement/${receipt?.payment_id}`,
    `/paiement/${receipt?.payment_id}/depart`,
  ];
  for (const path of [...theirs, "/paiement/rien", "/api/recus/rien/pdf", "/admin"]) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect(`${path} ${response.status()}`).toBe(`${path} 404`);
  }
});
