import { beforeEach, describe, expect, vi } from "vitest";
import { authOptions } from "@/lib/auth/next-auth";
import { findSession } from "@/lib/auth/queries";
import { newToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { type Browser, openBrowser } from "./browser";
import { aGuardianAccount, aSession, password } from "./people";

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});

const { secret, jwt, providers, callbacks, events } = authOptions();
const email = "parent@exemple.fr";
const today = (ctx: Context): Context => ({ ...ctx, now: new Date() });

async function signIn(given: Record<string, string>) {
  const [provider] = providers;
  if (provider?.type !== "credentials") throw new Error("next-auth has lost its provider");
  return provider.options.authorize(given) as Promise<{ id: string; sessionToken: string } | null>;
}

describe("next-auth's own sign-in", () => {
  test("opens a session like the form does, and knows the device from then on", async ({ committed }) => {
    const { id } = await aGuardianAccount(committed);

    const user = await signIn({ email, password });

    expect(user).toMatchObject({ id, email, name: "Camille Durand" });
    expect(await findSession(today(committed), user?.sessionToken ?? "")).toMatchObject({ actor: { accountId: id } });
    expect([...browser.jar.keys()]).toEqual(["portail-appareil"]);
  });

  test.for([
    ["a wrong password", { email, password: "Autre-Mot-2026" }],
    ["something else than an address", { email: "parent", password }],
    ["nothing", {}],
  ] as const)("answers nobody to %s", async ([_, given], { committed }) => {
    await aGuardianAccount(committed);
    expect(await signIn(given)).toBeNull();
  });
});

describe("its cookie", () => {
  test("holds the token and nothing else", async ({ committed: _ }) => {
    const sessionToken = newToken();
    const user = { id: "1", name: "Camille Durand", email, sessionToken };
    const token = await callbacks?.jwt?.({ token: { name: user.name, email }, user, account: null });
    expect(await jwt?.encode?.({ secret: String(secret), token })).toBe(sessionToken);
  });

  test("stands for the account as it is now, until its session ends", async ({ committed }) => {
    const token = await aSession(today(committed), (await aGuardianAccount(committed)).id);
    const decode = (value: string) => jwt?.decode?.({ secret: String(secret), token: value });

    expect(await decode(token)).toEqual({ name: "Camille Durand", email, sessionToken: token });
    expect(await decode(newToken())).toBeNull();
    expect(await decode("faux")).toBeNull();

    await events?.signOut?.({ token: { sessionToken: token }, session: { expires: "" } });
    expect(await decode(token)).toBeNull();
  });
});
