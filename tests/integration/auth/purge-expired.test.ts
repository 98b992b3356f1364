import { expect } from "vitest";
import { sessions, throttles } from "@/db/schema";
import { purgeExpired } from "@/lib/auth/purge-expired";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../support/database";
import { aGuardianAccount, aSession } from "./people";

const day = (ctx: { now: Date }, days: number) => new Date(ctx.now.getTime() + days * 86_400_000);

test("removes counters that count nothing any more", async ({ ctx }) => {
  await ctx.db.insert(throttles).values([
    { key: "old", points: 3, expire: ctx.now.getTime() - 1 },
    { key: "live", points: 3, expire: ctx.now.getTime() + 1 },
  ]);

  await purgeExpired(ctx);

  expect(await ctx.db.select({ key: throttles.key }).from(throttles)).toEqual([{ key: "live" }]);
});

test("removes sessions six months after their end, and keeps the others", async ({ ctx }) => {
  const { id } = await aGuardianAccount(ctx);
  await aSession(ctx, id, { expiresAt: day(ctx, -181) });
  await aSession(ctx, id, { endedAt: day(ctx, -181) });
  const kept = [
    await aSession(ctx, id),
    await aSession(ctx, id, { expiresAt: day(ctx, -179) }),
    await aSession(ctx, id, { endedAt: day(ctx, -179) }),
  ];

  await purgeExpired(ctx);

  const rows = await ctx.db.select({ tokenHash: sessions.tokenHash }).from(sessions);
  expect(rows.map(({ tokenHash }) => tokenHash).sort()).toEqual(kept.map(hashToken).sort());
});
