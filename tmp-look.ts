import { spawn } from "node:child_process";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { connect } from "@/db/client";
import { organization, emails, sessions, throttles } from "@/db/schema";
import { launchBrowser } from "./tests/support/browser";
import { aGuardianAccount, anAgentAccount, password } from "./tests/integration/auth/people";

const dir = mkdtempSync("/tmp/look-"); chmodSync(dir, 0o755);
const database = await startEmbedded({ dataDir: dir, name: "look", durable: false });
await migrate(database.url);
const { db, client } = connect(database.url, { max: 2 });
const ctx = { db, now: new Date(), actor: { kind: "system", name: "look" } } as const;
await db.insert(organization).values({ name: "Ville de Saint-Aubin", shortName: "Saint-Aubin", email: "m@exemple.fr", address: "1 place" });
await aGuardianAccount(ctx); await anAgentAccount(ctx, "admin");
const port = 3977; const url = `http://localhost:${port}`;
const env = { ...process.env, PORT: String(port), APP_URL: url, DATABASE_URL: database.url, AUTH_SECRET: "x".repeat(40), DEMO: "1", NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
const server = spawn(process.execPath, ["--import", "tsx", "scripts/server.ts", "--dev"], { env, stdio: "inherit" });
const browser = await launchBrowser();
const say = (...a: unknown[]) => console.log("LOOK", ...a);
try {
  for (let i = 0; i < 60; i++) { try { const r = await fetch(`${url}/connexion`, { signal: AbortSignal.timeout(60000) }); say("connexion", r.status); break; } catch { await new Promise(r => setTimeout(r, 1000)); } }
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    page.on("console", (m) => say("console", m.type(), m.text().slice(0, 300)));
    page.on("response", (r) => { if (r.request().method() === "POST" || r.status() >= 400) say(r.request().method(), r.url(), r.status(), r.request().headers().origin); });
    await page.goto(`${url}/connexion?retour=/mot-de-passe-oublie?a=1`);
    await page.screenshot({ path: `/tmp/look-${javaScriptEnabled}.png` });
    if (javaScriptEnabled) await page.waitForTimeout(3000);
    await page.getByLabel("Adresse e-mail").fill("parent@exemple.fr");
    await page.locator("#password").fill("faux");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForTimeout(3000);
    say("js", javaScriptEnabled, "wrong:", page.url(), await page.getByRole("alert").allInnerTexts(), "kept", await page.locator("#email").inputValue().catch(() => "?"), await page.locator("#password").inputValue().catch(() => "?"));
    await page.screenshot({ path: `/tmp/look-${javaScriptEnabled}-wrong.png` });
    await page.goto(`${url}/connexion?retour=/mot-de-passe-oublie?a=1`);
    if (javaScriptEnabled) await page.waitForTimeout(2000);
    await page.getByLabel("Adresse e-mail").fill("parent@exemple.fr");
    await page.locator("#password").fill(password);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForTimeout(4000);
    say("js", javaScriptEnabled, "right:", page.url(), (await context.cookies()).map(c => `${c.name}=${c.value.slice(0, 6)} ${c.httpOnly} ${c.sameSite}`));
    say("session", await (await context.request.get(`${url}/api/auth/session`)).text());
    await page.getByLabel("Adresse e-mail").fill("parent@exemple.fr").catch(() => say("no field"));
    await page.getByRole("button", { name: "Recevoir un lien" }).click().catch(() => say("no button"));
    await page.waitForTimeout(3000);
    say("forgot:", await page.getByRole("status").allInnerTexts());
    const link = (await db.select({ payload: emails.payload, template: emails.template }).from(emails)).filter(e => e.template === "password-reset").at(-1)?.payload.url;
    say("link", link);
    if (link) {
      await page.goto(String(link));
      await page.screenshot({ path: `/tmp/look-${javaScriptEnabled}-reset.png`, fullPage: true });
      if (javaScriptEnabled) await page.waitForTimeout(2000);
      await page.locator("#password").fill("court");
      await page.getByRole("button", { name: "Changer" }).click();
      await page.waitForTimeout(3000);
      say("weak:", page.url(), await page.getByRole("alert").allInnerTexts());
      await page.screenshot({ path: `/tmp/look-${javaScriptEnabled}-weak.png`, fullPage: true });
      await page.locator("#password").fill(password);
      await page.getByRole("button", { name: "Changer" }).click();
      await page.waitForTimeout(3000);
      say("reset:", page.url(), await page.getByRole("status").allInnerTexts());
      await page.goto(String(link));
      say("again:", await page.locator("main").innerText());
    }
    const out = await context.request.post(`${url}/deconnexion`, { maxRedirects: 0 });
    say("out", out.status(), out.headers()["location"], out.headers()["clear-site-data"], out.headers()["set-cookie"]);
    await context.close();
  }
  // next-auth's own protocol
  const context = await browser.newContext(); const api = context.request;
  const { csrfToken } = await (await api.get(`${url}/api/auth/csrf`)).json();
  const signed = await api.post(`${url}/api/auth/callback/credentials`, { form: { csrfToken, email: "agent@exemple.fr", password, json: "true" }, maxRedirects: 0 });
  say("callback", signed.status(), await signed.text(), signed.headersArray().filter(h => h.name === "set-cookie").map(h => h.value.slice(0, 60)));
  say("session", await (await api.get(`${url}/api/auth/session`)).text());
  const bad = await api.post(`${url}/api/auth/callback/credentials`, { form: { csrfToken, email: "agent@exemple.fr", password: "x", json: "true" }, maxRedirects: 0 });
  say("bad callback", bad.status(), await bad.text());
  const off = await api.post(`${url}/api/auth/signout`, { form: { csrfToken, json: "true" }, maxRedirects: 0 });
  say("signout", off.status(), await off.text());
  say("session", await (await api.get(`${url}/api/auth/session`)).text());
  say("rows", await db.select({ e: sessions.endedAt, u: sessions.userAgent }).from(sessions), await db.select().from(throttles));
  const gate = await api.get(`${url}/accueil`, { maxRedirects: 0 }); say("gate", gate.status(), gate.headers()["location"]);
} catch (error) { say("FAILED", error); }
finally { await browser.close(); server.kill("SIGKILL"); await client.end(); await database.remove(); rmSync(dir, { recursive: true, force: true }); process.exit(0); }
