import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { calendarFeeds, householdMembers } from "@/db/schema";
import { closeAccount } from "@/lib/accounts/deletion/close-account";
import { openFeed } from "@/lib/accounts/feeds/open-feed";
import { findFeedReader, findOwnFeed } from "@/lib/accounts/feeds/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aGuardianAccount, as, asVisitor, eventTypes } from "../../auth/people";

test("an address reads in the name of who asked for it, until another one", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx, {}, { homes: 2 });
  const [householdId = "", other = ""] = account.householdIds;
  const holder = as(ctx, account);
  const reader = async (token: string) => (await findFeedReader(asVisitor(ctx), token))?.actor;

  const first = await openFeed(holder, { householdId });
  const itself = { kind: "guardian", accountId: account.id, personId: account.personId, householdIds: [householdId] };
  expect(await reader(first)).toEqual(itself);
  expect(await findOwnFeed(holder, householdId)).toEqual(ctx.now);
  expect(await findOwnFeed(holder, other)).toBeUndefined();
  expect(JSON.stringify(await ctx.db.select().from(calendarFeeds))).not.toContain(first);

  const second = await openFeed(holder, { householdId });
  expect([await reader(first), await reader(second)]).toEqual([undefined, itself]);
  expect(await eventTypes(ctx)).toEqual(["calendar-feed.opened", "calendar-feed.opened"]);
});

test("asked for ten times at once, one address is left", async ({ committed: ctx }) => {
  const account = await aGuardianAccount(ctx);
  const householdId = account.householdIds[0] ?? "";
  const tokens = await Promise.all(Array.from({ length: 10 }, () => openFeed(as(ctx, account), { householdId })));
  const readers = await Promise.all(tokens.map((token) => findFeedReader(asVisitor(ctx), token)));
  expect(readers.filter((reader) => reader !== undefined)).toHaveLength(1);
});

test("nobody reads any more for an account that is closed, or for who has left the household", async ({ ctx }) => {
  const [leaver, closer] = [
    await aGuardianAccount(ctx),
    await aGuardianAccount(ctx, { email: "autre@exemple.fr" }),
  ] as const;
  const open = (account: typeof leaver) => openFeed(as(ctx, account), { householdId: account.householdIds[0] ?? "" });
  const [left, closed] = [await open(leaver), await open(closer)];

  await ctx.db.update(householdMembers).set({ role: "contact" }).where(eq(householdMembers.personId, leaver.personId));
  await closeAccount(ctx, { accountId: closer.id });

  const readers = [left, closed, "faux", "A".repeat(43)].map((token) => findFeedReader(asVisitor(ctx), token));
  expect(await Promise.all(readers)).toEqual([undefined, undefined, undefined, undefined]);
});

test("only a guardian, for a household of theirs", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx);
  const stranger = await aGuardianAccount(ctx, { email: "autre@exemple.fr" });
  const input = { householdId: account.householdIds[0] ?? "" };
  const observer = { kind: "observer", accountId: stranger.id, role: "admin", ...input } as const;
  for (const [actor, code] of [
    [as(ctx, stranger), "not_found"],
    [asVisitor(ctx), "unauthenticated"],
    [{ ...ctx, actor: observer }, "observing"],
    [{ ...ctx, actor: { kind: "agent", accountId: stranger.id, role: "admin" } }, "forbidden"],
  ] as const) {
    expect(await codeOf(openFeed(actor, input))).toBe(code);
    expect(await codeOf(findOwnFeed(actor, input.householdId))).toBe(code);
  }
});
