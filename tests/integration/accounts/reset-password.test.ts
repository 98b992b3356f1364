import { describe, expect } from "vitest";
import { accounts, emails, passwordResets } from "@/db/schema";
import { findPasswordReset } from "@/lib/accounts/queries";
import { resetPassword } from "@/lib/accounts/reset-password";
import { verifyPassword } from "@/lib/auth/password";
import { findSession } from "@/lib/auth/queries";
import { hashToken, newToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import {
  aGuardianAccount,
  anAgentAccount,
  aSession,
  asVisitor,
  eventTypes,
  later,
  password as old,
} from "../auth/people";

const password = "Grenadine-Verte-42";
const expired = expect.objectContaining({ code: "link_expired" });

async function aLink(ctx: Context, accountId: string): Promise<string> {
  const token = newToken();
  await ctx.db.insert(passwordResets).values({
    tokenHash: hashToken(token),
    accountId,
    createdAt: ctx.now,
    expiresAt: later(ctx, 60).now,
  });
  return token;
}

const hashOf = async (ctx: Context) => (await ctx.db.select({ hash: accounts.passwordHash }).from(accounts))[0]?.hash;

describe("a link", () => {
  test("changes the password, ends every session and tells the account", async ({ ctx }) => {
    const { id, email } = await aGuardianAccount(ctx);
    const [link, session] = [await aLink(ctx, id), await aSession(ctx, id)];

    await resetPassword(asVisitor(ctx), { token: link, password });

    expect(await verifyPassword(await hashOf(ctx), password)).toBe(true);
    expect(await findSession(ctx, session)).toBeUndefined();
    expect(await ctx.db.select({ template: emails.template, recipient: emails.recipient }).from(emails)).toEqual([
      { template: "password-changed", recipient: email },
    ]);
    expect(await eventTypes(ctx)).toEqual(["sessions.ended", "password.changed"]);
  });

  test("serves once", async ({ ctx }) => {
    const { id } = await aGuardianAccount(ctx);
    const token = await aLink(ctx, id);
    await resetPassword(asVisitor(ctx), { token, password });

    await expect(resetPassword(asVisitor(ctx), { token, password: "Autre-Grenadine-42" })).rejects.toEqual(expired);
    expect(await verifyPassword(await hashOf(ctx), password)).toBe(true);
  });

  test("dies with the first link of the account that serves, and no other account's", async ({ ctx }) => {
    const [mine, other] = [await aGuardianAccount(ctx), await anAgentAccount(ctx, "admin")];
    const [first, second, others] = [await aLink(ctx, mine.id), await aLink(ctx, mine.id), await aLink(ctx, other.id)];
    await resetPassword(asVisitor(ctx), { token: first, password });

    await expect(resetPassword(asVisitor(ctx), { token: second, password })).rejects.toEqual(expired);
    expect(await findPasswordReset(ctx, others)).toMatchObject({ accountId: other.id });
  });

  test("expires after an hour", async ({ ctx }) => {
    const token = await aLink(ctx, (await aGuardianAccount(ctx)).id);

    await expect(resetPassword(asVisitor(later(ctx, 60)), { token, password })).rejects.toEqual(expired);
    await expect(resetPassword(asVisitor(later(ctx, 59)), { token, password })).resolves.toBeUndefined();
  });

  test.for(["", "faux", newToken(), "a".repeat(43)])("that was made up (%s) is refused", async (token, { ctx }) => {
    await aLink(ctx, (await aGuardianAccount(ctx)).id);
    await expect(resetPassword(asVisitor(ctx), { token, password })).rejects.toEqual(expired);
  });

  test("is not used up by being looked at, nor by a password that is refused", async ({ ctx }) => {
    const { id, email } = await aGuardianAccount(ctx);
    const token = await aLink(ctx, id);

    expect(await findPasswordReset(asVisitor(ctx), token)).toEqual({ accountId: id, email });
    await expect(resetPassword(asVisitor(ctx), { token, password: "trop court" })).rejects.toMatchObject({
      code: "invalid_input",
      details: { message: expect.stringMatching(/trop simple/) },
    });
    await expect(resetPassword(asVisitor(ctx), { token, password })).resolves.toBeUndefined();
  });

  test("opens nothing once the account is disabled", async ({ ctx }) => {
    const token = await aLink(ctx, (await aGuardianAccount(ctx, { disabledAt: ctx.now })).id);
    await expect(resetPassword(asVisitor(ctx), { token, password })).rejects.toEqual(expired);
    expect(await verifyPassword(await hashOf(ctx), old)).toBe(true);
  });
});

describe("at the same moment", () => {
  const winners = (outcomes: PromiseSettledResult<void>[]) => outcomes.filter(({ status }) => status === "fulfilled");

  test("one link used twice changes the password once", async ({ committed: ctx }) => {
    const token = await aLink(ctx, (await aGuardianAccount(ctx)).id);
    const passwords = [password, "Autre-Grenadine-42"];

    const outcomes = await Promise.allSettled(
      passwords.map((p) => resetPassword(asVisitor(ctx), { token, password: p })),
    );

    expect(winners(outcomes)).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "link_expired" } });
    const winner = passwords[outcomes.findIndex(({ status }) => status === "fulfilled")] ?? "";
    expect(await verifyPassword(await hashOf(ctx), winner)).toBe(true);
    expect(await ctx.db.select().from(emails)).toHaveLength(1);
  });

  test("four links of one account change the password once, without blocking each other", async ({
    committed: ctx,
  }) => {
    const { id } = await aGuardianAccount(ctx);
    const links = await Promise.all(Array.from({ length: 4 }, () => aLink(ctx, id)));

    const outcomes = await Promise.allSettled(links.map((token) => resetPassword(asVisitor(ctx), { token, password })));

    expect(winners(outcomes)).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(reasons).toEqual(Array(3).fill("link_expired"));
  });
});
