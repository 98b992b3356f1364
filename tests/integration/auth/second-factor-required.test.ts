import { beforeEach, expect, vi } from "vitest";
import { requireAgent, requireGuardian } from "@/lib/auth/gates";
import { currentActor, sessionContext } from "@/lib/auth/session";
import { authorize } from "@/lib/core/authorize";
import { test } from "../../support/database";
import { type Browser, openBrowser, redirection } from "./browser";
import { aGuardianAccount, anAgentAccount, aSession } from "./people";

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);
vi.stubEnv("DEMO", "0"); // before the settings are read: a real portal

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
  browser.sent.set("x-request-path", "/admin/familles?q=rousseau");
});

const now = () => ({ lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) });
const hold = (value: string) => browser.jar.set("portail-session", { value, options: {} });

test("a password alone opens nothing to an agent: the second factor is set up first", async ({ committed }) => {
  const { id } = await anAgentAccount(committed, "admin");
  hold(await aSession(committed, id, now()));

  expect(await currentActor()).toEqual({ kind: "visitor" });
  const ctx = await sessionContext();
  expect(() => authorize(ctx, "families:read")).toThrow(expect.objectContaining({ code: "unauthenticated" }));
  expect(await redirection(requireAgent("families:read"))).toBe(
    "/connexion/second-facteur?retour=%2Fadmin%2Ffamilles%3Fq%3Drousseau",
  );
});

test("or given", async ({ committed }) => {
  const { id } = await anAgentAccount(committed, "admin", { totpConfirmedAt: committed.now });
  hold(await aSession(committed, id, now()));
  expect(await redirection(requireAgent())).toMatch(/^\/connexion\/code\?retour=/);
  expect(await redirection(requireGuardian())).toMatch(/^\/connexion\/code\?retour=/);
});

test("then everything that the role allows", async ({ committed }) => {
  const { id } = await anAgentAccount(committed, "admin", { totpConfirmedAt: committed.now });
  hold(await aSession(committed, id, { ...now(), secondFactorAt: new Date() }));
  expect(await requireAgent("families:read")).toMatchObject({ actor: { kind: "agent", role: "admin" } });
});

test("families are asked none", async ({ committed }) => {
  const { id } = await aGuardianAccount(committed);
  hold(await aSession(committed, id, now()));
  expect(await requireGuardian()).toMatchObject({ actor: { kind: "guardian" } });
});
