import { beforeEach, describe, expect, vi } from "vitest";
import { sessions } from "@/db/schema";
import { requireAgent, requireGuardian } from "@/lib/auth/gates";
import { currentActor, currentSession, sessionContext } from "@/lib/auth/session";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { type Browser, openBrowser, redirection } from "./browser";
import { aGuardianAccount, anAgentAccount, aSession, later } from "./people";

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});

const today = (ctx: Context): Context => ({ ...ctx, now: new Date() });
const signIn = (token: string) => browser.jar.set("portail-session", { value: token, options: {} });

/** The statements that `work` sends to the database. */
async function statementsOf(ctx: Context, work: () => Promise<unknown>): Promise<number> {
  if (!("$client" in ctx.db)) throw new Error("this test needs a pool");
  const unsafe = vi.spyOn(ctx.db.$client as { unsafe: () => unknown }, "unsafe");
  await work();
  const count = unsafe.mock.calls.length;
  unsafe.mockRestore();
  return count;
}

describe("who is signed in", () => {
  test("is a visitor without a cookie, which costs no statement", async ({ committed }) => {
    expect(await statementsOf(committed, async () => expect(await currentActor()).toEqual({ kind: "visitor" }))).toBe(
      0,
    );
  });

  test("is a visitor with something else in the cookie, which costs no statement either", async ({ committed }) => {
    signIn("' or 1=1 --");
    expect(await statementsOf(committed, async () => expect(await currentActor()).toEqual({ kind: "visitor" }))).toBe(
      0,
    );
  });

  test("is read in one statement, whatever the number of households", async ({ committed }) => {
    const { id, householdIds } = await aGuardianAccount(committed, {}, { homes: 3 });
    signIn(await aSession(today(committed), id));

    const statements = await statementsOf(committed, async () => {
      expect(await sessionContext()).toMatchObject({ actor: { kind: "guardian", accountId: id, householdIds } });
    });
    expect(statements).toBe(1);
  });

  test("is marked as seen once every five minutes at most", async ({ committed }) => {
    const now = today(committed);
    const { id } = await aGuardianAccount(committed);
    signIn(await aSession(now, id, { lastSeenAt: later(now, -6).now }));

    expect(await statementsOf(committed, currentSession)).toBe(2);
    expect(await statementsOf(committed, currentSession)).toBe(1);
    const [row] = await committed.db.select({ lastSeenAt: sessions.lastSeenAt }).from(sessions);
    expect(row?.lastSeenAt.getTime()).toBeGreaterThanOrEqual(now.now.getTime());
  });
});

describe("a family's page", () => {
  test("asks a stranger to sign in and remembers the page", async ({ committed: _ }) => {
    expect(await redirection(requireGuardian())).toBe("/connexion");
    browser.sent.set("x-request-path", "/reservations?mois=2026-09");
    expect(await redirection(requireGuardian())).toBe("/connexion?retour=%2Freservations%3Fmois%3D2026-09");
    browser.sent.set("x-request-path", "//evil.example");
    expect(await redirection(requireGuardian())).toBe("/connexion");
  });

  test("opens to a guardian, on the household they look at", async ({ committed }) => {
    const { id, email, householdIds } = await aGuardianAccount(committed, {}, { homes: 2 });
    signIn(await aSession(today(committed), id, { householdId: householdIds[1] }));

    const ctx = await requireGuardian();

    expect(ctx).toMatchObject({
      actor: { kind: "guardian", accountId: id },
      householdId: householdIds[1],
      account: { displayName: "Camille Durand", email },
    });
    expect(ctx.db).toBe(committed.db);
  });

  test("does not exist for a guardian of no household", async ({ committed }) => {
    const { id } = await aGuardianAccount(committed, {}, { homes: 0 });
    signIn(await aSession(today(committed), id));
    expect(await redirection(requireGuardian())).toMatch(/404/);
  });

  test("sends an agent to their own side", async ({ committed }) => {
    signIn(await aSession(today(committed), (await anAgentAccount(committed, "admin")).id));
    expect(await redirection(requireGuardian())).toBe("/admin");
  });
});

describe("a staff page", () => {
  test("opens to the agents who hold the permission, and does not exist for others", async ({ committed }) => {
    const { id } = await anAgentAccount(committed, "revenue_officer");
    signIn(await aSession(today(committed), id));

    expect(await requireAgent("ledger:write")).toMatchObject({ actor: { kind: "agent", role: "revenue_officer" } });
    expect(await redirection(requireAgent("catalogue:write"))).toMatch(/404/);
  });

  test("does not exist for a guardian, even for what they may do at home", async ({ committed }) => {
    signIn(await aSession(today(committed), (await aGuardianAccount(committed)).id));
    expect(await redirection(requireAgent("household:read"))).toMatch(/404/);
  });

  test("asks a stranger to sign in", async ({ committed: _ }) => {
    browser.sent.set("x-request-path", "/admin/messages/envois");
    expect(await redirection(requireAgent("messages:read"))).toBe("/connexion?retour=%2Fadmin%2Fmessages%2Fenvois");
  });
});
