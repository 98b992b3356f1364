import { expect } from "vitest";
import { closeFeed } from "@/lib/accounts/feeds/close-feed";
import { openFeed } from "@/lib/accounts/feeds/open-feed";
import { findFeedReader, findOwnFeed } from "@/lib/accounts/feeds/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aGuardianAccount, as, asVisitor, eventTypes } from "../../auth/people";

test("an address ends at once, for its owner alone, and once", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx);
  const stranger = await aGuardianAccount(ctx, { email: "autre@exemple.fr" });
  const [holder, input] = [as(ctx, account), { householdId: account.householdIds[0] ?? "" }];
  const token = await openFeed(holder, input);

  const agent = { kind: "agent", accountId: stranger.id, role: "admin" } as const;
  expect(await codeOf(closeFeed(as(ctx, stranger), input))).toBe("not_found");
  expect(await codeOf(closeFeed({ ...ctx, actor: agent }, input))).toBe("forbidden");
  expect(await codeOf(closeFeed(asVisitor(ctx), input))).toBe("unauthenticated");
  expect(await findFeedReader(asVisitor(ctx), token)).toMatchObject(input);

  await closeFeed(holder, input);
  await closeFeed(holder, input);
  expect(await findFeedReader(asVisitor(ctx), token)).toBeUndefined();
  expect(await findOwnFeed(holder, input.householdId)).toBeUndefined();
  expect(await eventTypes(ctx)).toEqual(["calendar-feed.opened", "calendar-feed.closed"]);
});
