import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, emails } from "@/db/schema";
import { announcePublication } from "@/lib/documents/publications/announce-publication";
import { test } from "../../../support/database";
import { asAgent } from "../people";
import { publish, twoFamilies } from "./publications";

test("tells each adult concerned once, and nobody whose account is closed", async ({ ctx }) => {
  const { activity, concerned, stranger } = await twoFamilies(ctx);
  const publicationId = await publish(ctx, { audience: "activity", activityId: activity.id });
  await announcePublication(ctx, { publicationId });
  await announcePublication(ctx, { publicationId });
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, concerned.guardian.actor.accountId));
  expect(await ctx.db.select().from(emails)).toMatchObject([
    { template: "publication-added", recipient: account?.email },
  ]);

  await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, stranger.guardian.actor.accountId));
  await announcePublication(ctx, { publicationId: await publish(ctx) });
  expect(await ctx.db.$count(emails)).toBe(2);
  const byHand = announcePublication(asAgent(ctx, "admin"), { publicationId });
  await expect(byHand).rejects.toMatchObject({ code: "forbidden" });
});
