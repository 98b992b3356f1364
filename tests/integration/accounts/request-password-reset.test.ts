import { describe, expect } from "vitest";
import { emails, passwordResets } from "@/db/schema";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../support/database";
import { aGuardianAccount, asVisitor, eventTypes } from "../auth/people";

const email = "parent@exemple.fr";

test("sends a link whose token only the message holds, for one hour", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx);

  await requestPasswordReset(asVisitor(ctx), { email });

  const [message] = await ctx.db.select().from(emails);
  expect(message).toMatchObject({ template: "password-reset", recipient: email });
  const [, token = ""] =
    /^http:\/\/localhost:3000\/mot-de-passe\/([\w-]{43})$/.exec(String(message?.payload.url)) ?? [];
  expect(await ctx.db.select().from(passwordResets)).toEqual([
    {
      tokenHash: hashToken(token),
      accountId: account.id,
      createdAt: ctx.now,
      expiresAt: new Date("2026-09-09T09:00:00Z"),
      usedAt: null,
    },
  ]);
  expect(await eventTypes(ctx)).toEqual(["password-reset.requested"]);
});

describe("writes to nobody, and says nothing of it,", () => {
  test("when the address is unknown", async ({ ctx }) => {
    await expect(requestPasswordReset(asVisitor(ctx), { email })).resolves.toBeUndefined();
    expect(await ctx.db.select().from(emails)).toEqual([]);
    expect(await eventTypes(ctx)).toEqual(["password-reset.requested"]);
  });

  test("when the account is disabled", async ({ ctx }) => {
    await aGuardianAccount(ctx, { disabledAt: ctx.now });
    await expect(requestPasswordReset(asVisitor(ctx), { email })).resolves.toBeUndefined();
    expect(await ctx.db.select().from(emails)).toEqual([]);
    expect(await ctx.db.select().from(passwordResets)).toEqual([]);
  });
});

test.for([true, false])("writes three times an hour at most (known address: %s)", async (known, { ctx }) => {
  if (known) await aGuardianAccount(ctx);
  for (let i = 0; i < 3; i += 1) await requestPasswordReset(asVisitor(ctx), { email });

  await expect(requestPasswordReset(asVisitor(ctx), { email })).rejects.toMatchObject({
    code: "too_many_attempts",
    details: { message: "Trop d’essais. Réessayez dans 15\u00a0minutes." },
  });
  expect(await ctx.db.select().from(emails)).toHaveLength(known ? 3 : 0);
});
