import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { householdIndex, passwordResets, persons } from "@/db/schema";
import { confirmEmailChange } from "@/lib/accounts/email-change/confirm-email-change";
import { findEmailChange } from "@/lib/accounts/email-change/queries";
import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { findSession } from "@/lib/auth/queries";
import { hashToken, newToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aGuardianAccount, aSession, as, asVisitor, eventTypes, later } from "../../auth/people";
import { addressOf, aRequestedChange, keyIn, newEmail, recipientsOf } from "./changes";

const confirm = (ctx: Context, token: string, sessionId?: string) => confirmEmailChange(ctx, { token, sessionId });

const keys = async (ctx: Context) =>
  [await keyIn(ctx, "email-change-old"), await keyIn(ctx, "email-change-new")] as const;

describe("both mailboxes must confirm", () => {
  test.for([
    ["the old one first", false],
    ["the new one first", true],
  ] as const)("%s", async ([, isReversed], { ctx }) => {
    const { account } = await aRequestedChange(ctx);
    const order = isReversed ? [...(await keys(ctx))].reverse() : await keys(ctx);
    const [first = "", second = ""] = order;

    expect(await confirm(asVisitor(ctx), first)).toMatchObject({ isDone: false });
    expect(await addressOf(ctx, account.id)).toBe(account.email);
    expect(await confirm(asVisitor(ctx), second)).toMatchObject({ isDone: true, newEmail });
    expect(await addressOf(ctx, account.id)).toBe(newEmail);
    expect(await recipientsOf(ctx, "email-changed")).toEqual([newEmail, account.email].sort());
    expect(await eventTypes(ctx)).toEqual(expect.arrayContaining(["email-change.confirmed", "email.changed"]));
  });

  test("one of them, twice, is not both", async ({ ctx }) => {
    const { account } = await aRequestedChange(ctx);
    const [old] = await keys(ctx);
    await confirm(asVisitor(ctx), old);
    expect(await codeOf(confirm(asVisitor(ctx), old))).toBe("link_expired");
    expect(await addressOf(ctx, account.id)).toBe(account.email);
  });

  test("both at the same moment change it once", async ({ committed: ctx }) => {
    const { account } = await aRequestedChange(ctx);
    const links = await keys(ctx);
    const outcomes = await Promise.all(links.map((token) => confirm(asVisitor(ctx), token)));
    expect(outcomes.filter(({ isDone }) => isDone)).toHaveLength(1);
    expect(await addressOf(ctx, account.id)).toBe(newEmail);
    expect(await recipientsOf(ctx, "email-changed")).toHaveLength(2);
  });
});

describe("what follows", () => {
  test("the sessions elsewhere end, this browser's goes on under another token", async ({ ctx }) => {
    const { account, holder } = await aRequestedChange(ctx);
    const [here, phone] = [await aSession(ctx, account.id), await aSession(ctx, account.id)];
    const [old, fresh] = await keys(ctx);
    await confirm(asVisitor(ctx), old);
    const { session } = await confirm(holder, fresh, hashToken(here));

    expect(await findSession(ctx, session?.token ?? "")).toMatchObject({ account: { email: newEmail } });
    expect(await findSession(ctx, here)).toBeUndefined();
    expect(await findSession(ctx, phone)).toBeUndefined();
  });

  test("someone else's session is not kept for it", async ({ ctx }) => {
    const { account } = await aRequestedChange(ctx);
    const other = await aGuardianAccount(ctx, { email: "autre@exemple.fr" });
    const [mine, theirs] = [await aSession(ctx, account.id), await aSession(ctx, other.id)];
    const [old, fresh] = await keys(ctx);
    await confirm(as(ctx, other), old, hashToken(theirs));
    expect(await confirm(as(ctx, other), fresh, hashToken(theirs))).toMatchObject({ isDone: true, session: undefined });
    expect(await findSession(ctx, mine)).toBeUndefined();
    expect(await findSession(ctx, theirs)).toBeDefined();
  });

  test("the contact address and the agents' search follow, links in the old mailbox die", async ({ ctx }) => {
    const { account } = await aRequestedChange(ctx);
    await ctx.db.update(persons).set({ email: "Parent@exemple.fr" }).where(eq(persons.id, account.personId));
    await requestPasswordReset(asVisitor(ctx), { email: account.email });
    for (const token of await keys(ctx)) await confirm(asVisitor(ctx), token);

    expect(await ctx.db.select({ email: persons.email }).from(persons)).toEqual([{ email: newEmail }]);
    expect(await ctx.db.select().from(householdIndex)).toMatchObject([{ content: expect.stringContaining(newEmail) }]);
    expect(await ctx.db.select().from(passwordResets)).toMatchObject([{ usedAt: ctx.now }]);
  });

  test("another contact address stays what it is", async ({ ctx }) => {
    const { account } = await aRequestedChange(ctx);
    await ctx.db.update(persons).set({ email: "travail@exemple.fr" }).where(eq(persons.id, account.personId));
    for (const token of await keys(ctx)) await confirm(asVisitor(ctx), token);
    expect(await ctx.db.select({ email: persons.email }).from(persons)).toEqual([{ email: "travail@exemple.fr" }]);
  });
});

test.for(["", "faux", newToken()])("a link that was made up (%s) is refused", async (token, { ctx }) => {
  await aRequestedChange(ctx);
  expect(await codeOf(confirm(asVisitor(ctx), token))).toBe("link_expired");
});

test("links die after a day; looking uses nothing up", async ({ ctx }) => {
  await aRequestedChange(ctx);
  const [old] = await keys(ctx);
  expect(await findEmailChange(asVisitor(ctx), old)).toMatchObject({ side: "old", isConfirmed: false });
  expect(await codeOf(confirm(asVisitor(later(ctx, 24 * 60)), old))).toBe("link_expired");
});

test("an address that became someone's meanwhile is refused at the end", async ({ ctx }) => {
  const { account } = await aRequestedChange(ctx);
  const [old, fresh] = await keys(ctx);
  await confirm(asVisitor(ctx), old);
  await aGuardianAccount(ctx, { email: newEmail });
  expect(await codeOf(confirm(asVisitor(ctx), fresh))).toBe("address_taken");
  expect(await addressOf(ctx, account.id)).toBe(account.email);
});
