import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { accounts, auditEvents, emails, passwordResets } from "@/db/schema";
import { changePassword } from "@/lib/accounts/change-password";
import { verifyPassword } from "@/lib/auth/password";
import { findSession } from "@/lib/auth/queries";
import { hashToken, newToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import {
  aGuardianAccount,
  anAgentAccount,
  aSession,
  as,
  asVisitor,
  password as current,
  eventTypes,
  later,
} from "../auth/people";

const chosen = "Grenadine-Verte-42";

/** Someone at a browser, about to change their password. */
async function someoneSignedIn(ctx: Context) {
  const account = await aGuardianAccount(ctx);
  const token = await aSession(ctx, account.id);
  const change = (newPassword = chosen, currentPassword = current, at = ctx) =>
    changePassword(as(at, account), { currentPassword, newPassword, sessionId: hashToken(token) });
  return { account, token, change };
}

async function isPassword(ctx: Context, { id }: { id: string }, password: string): Promise<boolean> {
  const [account] = await ctx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, id));
  return verifyPassword(account?.hash, password);
}

describe("a password that is changed", () => {
  test("serves from now on, tells the account and leaves its trace", async ({ ctx }) => {
    const { account, change } = await someoneSignedIn(ctx);

    await change();

    expect(await isPassword(ctx, account, chosen)).toBe(true);
    expect(await ctx.db.select({ template: emails.template, recipient: emails.recipient }).from(emails)).toEqual([
      { template: "password-changed", recipient: account.email },
    ]);
    expect(await ctx.db.select({ type: auditEvents.type, by: auditEvents.accountId }).from(auditEvents)).toEqual([
      { type: "sessions.ended", by: account.id },
      { type: "password.changed", by: account.id },
    ]);
  });

  test("ends the other sessions and keeps this one, under another token", async ({ ctx }) => {
    const { account, token, change } = await someoneSignedIn(ctx);
    const [phone, theirs] = [
      await aSession(ctx, account.id),
      await aSession(ctx, (await anAgentAccount(ctx, "admin")).id),
    ];
    const before = await findSession(ctx, token);

    const renewed = await change();

    expect(renewed.token).not.toBe(token);
    expect(renewed.expiresAt).toEqual(later(ctx, 30 * 24 * 60).now);
    expect(await findSession(ctx, renewed.token)).toEqual({ ...before, tokenHash: hashToken(renewed.token) });
    expect(await findSession(ctx, token)).toBeUndefined();
    expect(await findSession(ctx, phone)).toBeUndefined();
    expect(await findSession(ctx, theirs)).toBeDefined();
  });

  test("uses up the links that were sent before", async ({ ctx }) => {
    const { account, change } = await someoneSignedIn(ctx);
    const link = { tokenHash: hashToken(newToken()), accountId: account.id, createdAt: ctx.now };
    await ctx.db.insert(passwordResets).values({ ...link, expiresAt: later(ctx, 60).now });

    await change();

    expect(await ctx.db.select({ usedAt: passwordResets.usedAt }).from(passwordResets)).toEqual([{ usedAt: ctx.now }]);
  });

  test("can be an agent's too", async ({ ctx }) => {
    const agent = await anAgentAccount(ctx, "revenue_officer");
    const sessionId = hashToken(await aSession(ctx, agent.id));

    await changePassword(as(ctx, agent), { currentPassword: current, newPassword: chosen, sessionId });

    expect(await isPassword(ctx, agent, chosen)).toBe(true);
  });
});

describe("a password is not changed", () => {
  const unchanged = "Votre mot de passe n’a pas été modifié.";

  test("without the current one", async ({ ctx }) => {
    const { account, token, change } = await someoneSignedIn(ctx);

    await expect(change(chosen, "Autre-Mot-2026")).rejects.toMatchObject({
      code: "invalid_credentials",
      details: { message: unchanged, fields: { currentPassword: ["Ce n’est pas votre mot de passe actuel."] } },
    });

    expect(await isPassword(ctx, account, current)).toBe(true);
    expect(await findSession(ctx, token)).toBeDefined();
    expect(await eventTypes(ctx)).toEqual(["password.refused"]);
  });

  test.for([
    ["too simple", "trop court", /trop simple/],
    ["too common", "Motdepasse-2026", /trop courant/],
    ["the address", "Parent@exemple.fr-1", /adresse e-mail/],
    ["the current one again", current, /différent de l’actuel/],
  ] as const)("for one that is %s", async ([, password, problem], { ctx }) => {
    const { account, change } = await someoneSignedIn(ctx);

    await expect(change(password)).rejects.toMatchObject({
      code: "invalid_input",
      details: { message: unchanged, fields: { newPassword: [expect.stringMatching(problem)] } },
    });
    expect(await isPassword(ctx, account, current)).toBe(true);
  });

  test("past five guesses, even with the right one", async ({ ctx }) => {
    const { account, change } = await someoneSignedIn(ctx);
    for (let i = 0; i < 5; i += 1) await change(chosen, `Essai-Perdu-${i}`).catch(() => {});

    await expect(change()).rejects.toMatchObject({
      code: "too_many_attempts",
      details: { message: "Trop d’essais. Réessayez dans 1\u00a0minute." },
    });
    expect(await isPassword(ctx, account, current)).toBe(true);
    expect(await eventTypes(ctx)).toEqual([...Array(5).fill("password.refused"), "throttle.locked"]);
  });

  test("by a stranger, by the portal, nor once the account is disabled", async ({ ctx }) => {
    const { account, token, change } = await someoneSignedIn(ctx);
    const input = { currentPassword: current, newPassword: chosen, sessionId: hashToken(token) };
    await expect(changePassword(asVisitor(ctx), input)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(changePassword(ctx, input)).rejects.toMatchObject({ code: "forbidden" });

    await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, account.id));
    await expect(change()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await isPassword(ctx, account, current)).toBe(true);
  });

  test("from a session that has ended, nor from someone else's", async ({ ctx }) => {
    const { account } = await someoneSignedIn(ctx);
    const ended = await aSession(ctx, account.id, { endedAt: ctx.now });
    const theirs = await aSession(ctx, (await anAgentAccount(ctx, "admin")).id);

    for (const token of [ended, theirs]) {
      const input = { currentPassword: current, newPassword: chosen, sessionId: hashToken(token) };
      await expect(changePassword(as(ctx, account), input)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    expect(await isPassword(ctx, account, current)).toBe(true);
    expect(await ctx.db.select().from(emails)).toEqual([]);
  });
});

test("a right password forgets the wrong ones before it", async ({ ctx }) => {
  const { account, token, change } = await someoneSignedIn(ctx);
  for (let i = 0; i < 4; i += 1) await change(chosen, `Essai-Perdu-${i}`).catch(() => {});
  const { token: renewed } = await change();
  expect(renewed).not.toBe(token);

  const again = { newPassword: "Autre-Grenadine-42", sessionId: hashToken(renewed) };
  for (let i = 0; i < 4; i += 1) {
    const wrong = changePassword(as(ctx, account), { ...again, currentPassword: current });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_credentials" });
  }
  await changePassword(as(ctx, account), { ...again, currentPassword: chosen });
  expect(await isPassword(ctx, account, "Autre-Grenadine-42")).toBe(true);
});

test("two changes at the same moment: one wins, the other no longer knows the password", async ({ committed: ctx }) => {
  const { account, change } = await someoneSignedIn(ctx);
  const passwords = [chosen, "Autre-Grenadine-42"];

  const outcomes = await Promise.allSettled(passwords.map((password) => change(password)));

  const winners = passwords.filter((_, i) => outcomes[i]?.status === "fulfilled");
  expect(winners).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "invalid_credentials" },
  });
  expect(await isPassword(ctx, account, winners[0] ?? "")).toBe(true);
  expect(await ctx.db.select().from(emails)).toHaveLength(1);
});
