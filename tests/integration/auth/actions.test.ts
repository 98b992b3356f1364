import { beforeEach, describe, expect, vi } from "vitest";
import { POST as signOut } from "@/app/(public)/deconnexion/route";
import { sessions } from "@/db/schema";
import { requestPasswordResetAction, resetPasswordAction } from "@/lib/accounts/actions";
import { signInAction } from "@/lib/auth/actions";
import { findSession } from "@/lib/auth/queries";
import { currentActor } from "@/lib/auth/session";
import { test } from "../../support/database";
import { type Browser, openBrowser, redirection } from "./browser";
import { aGuardianAccount, anAgentAccount, eventTypes, password } from "./people";

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});

const email = "parent@exemple.fr";
const tokenKept = () => browser.jar.get("portail-session")?.value ?? "";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const signIn = (fields: Record<string, string> = {}) => signInAction(undefined, form({ email, password, ...fields }));

describe("the form of /connexion", () => {
  test("signs a guardian in and leads where they were going", async ({ committed }) => {
    const { id } = await aGuardianAccount(committed);

    expect(await redirection(signIn({ retour: "/panier" }))).toBe("/panier");

    expect(await currentActor()).toMatchObject({ kind: "guardian", accountId: id });
    expect(browser.jar.get("portail-session")).toMatchObject({
      value: expect.stringMatching(/^[\w-]{43}$/),
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: false, expires: expect.any(Date) },
    });
  });

  test("takes the address however it is written, and never leads to another site", async ({ committed }) => {
    await aGuardianAccount(committed);
    expect(await redirection(signIn({ email: "  Parent@Exemple.FR ", retour: "//evil.example" }))).toBe("/accueil");
  });

  test("signs an agent in to their side", async ({ committed }) => {
    await anAgentAccount(committed, "admin");
    expect(await redirection(signIn({ email: "agent@exemple.fr" }))).toBe("/admin");
  });

  test("ends the session that the browser had", async ({ committed }) => {
    await aGuardianAccount(committed);
    await redirection(signIn());
    const first = tokenKept();
    await redirection(signIn());

    expect(tokenKept()).not.toBe(first);
    const now = { ...committed, now: new Date() };
    expect(await findSession(now, first)).toBeUndefined();
    expect(await findSession(now, tokenKept())).toBeDefined();
  });

  test("gives the address back with the refusal, never the password", async ({ committed }) => {
    await aGuardianAccount(committed);

    const answer = await signIn({ password: "Autre-Mot-2026" });

    expect(answer).toEqual({
      ok: false,
      error: { code: "invalid_credentials", message: "Adresse e-mail ou mot de passe incorrect." },
      values: { email },
    });
    expect(browser.jar.size).toBe(0);
  });

  test("says which field is missing", async ({ committed: _ }) => {
    expect(await signIn({ email: "parent", password: "" })).toMatchObject({
      ok: false,
      error: {
        code: "invalid_input",
        fields: { email: [expect.stringMatching(/pas complète/)], password: ["Saisissez votre mot de passe."] },
      },
      values: { email: "parent" },
    });
  });

  test("counts its tries by address, except on a device where the person has signed in", async ({ committed }) => {
    await aGuardianAccount(committed);
    await redirection(signIn());
    const known = browser;

    browser = openBrowser();
    for (let i = 0; i < 6; i += 1) await signIn({ password: "Autre-Mot-2026" });
    expect(await signIn()).toMatchObject({ error: { code: "too_many_attempts" } });
    for (const [name, cookie] of known.jar) browser.jar.set(name, cookie);
    expect(await redirection(signIn())).toBe("/accueil");
  });
});

describe("/deconnexion", () => {
  test("ends the session, clears the cookie and what the browser kept", async ({ committed }) => {
    await aGuardianAccount(committed);
    await redirection(signIn());

    const response = await signOut();

    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe("/connexion?etat=deconnecte");
    expect(response.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
    expect(browser.jar.has("portail-session")).toBe(false);
    expect(browser.jar.has("portail-appareil")).toBe(true);
    expect(await committed.db.select({ endedAt: sessions.endedAt }).from(sessions)).toEqual([
      { endedAt: expect.any(Date) },
    ]);
    expect(await eventTypes(committed)).toEqual(["session.opened", "session.ended"]);
  });

  test("answers the same to someone who is not signed in", async ({ committed: _ }) => {
    expect((await signOut()).status).toBe(303);
  });
});

describe("a forgotten password", () => {
  const ask = (address: string) => requestPasswordResetAction(undefined, form({ email: address }));

  test("gets the same answer in the same time, known or not", async ({ committed }) => {
    await aGuardianAccount(committed);
    const times: number[] = [];
    for (const address of [email, "inconnu@exemple.fr"]) {
      const start = performance.now();
      expect(await ask(address)).toEqual({ ok: true, data: undefined, values: { email: address } });
      times.push(performance.now() - start);
    }
    expect(Math.min(...times)).toBeGreaterThanOrEqual(395);
  });

  test("is refused past twenty an hour from one network", async ({ committed: _ }) => {
    const answers = await Promise.all(Array.from({ length: 21 }, (_, i) => ask(`parent${i}@exemple.fr`)));
    expect(answers.filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ code: "too_many_attempts" }) }),
    ]);
  });

  test("with a made-up link is refused in words, and gives no password back", async ({ committed: _ }) => {
    const answer = await resetPasswordAction(undefined, form({ token: "faux", password: "Grenadine-Verte-42" }));
    expect(answer).toEqual({
      ok: false,
      error: { code: "link_expired", message: "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau." },
      values: {},
    });
  });
});
