import { expect } from "vitest";
import { foundingLinks } from "@/db/schema";
import { openFounding } from "@/lib/accounts/founding/open-founding";
import { canFound } from "@/lib/accounts/founding/queries";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { anOrganization } from "../../../support/factories";

test("each start prints the same address, of which the database keeps a hash", async ({ ctx }) => {
  const [first, second] = [await openFounding(ctx), await openFounding(ctx)];
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(second).toBe(first);
  const [link] = await ctx.db.select().from(foundingLinks);
  expect(link?.tokenHash).toBe(hashToken(first ?? ""));
  expect(Object.values(link ?? {})).not.toContain(first);
  expect(await canFound(ctx, first ?? "")).toBe(true);
  expect(await canFound(ctx, "x".repeat(43))).toBe(false);
});

test("a database taken elsewhere gives another address, and the earlier one dies", async ({ ctx }) => {
  const token = (await openFounding(ctx)) ?? "";
  await ctx.db.update(foundingLinks).set({ nonce: "another" });
  expect(await openFounding(ctx)).not.toBe(token);
  expect(await canFound(ctx, token)).toBe(false);
});

test("prints nothing once the organisation exists", async ({ ctx }) => {
  const token = (await openFounding(ctx)) ?? "";
  await anOrganization(ctx);
  expect(await openFounding(ctx)).toBeUndefined();
  expect(await canFound(ctx, token)).toBe(false);
});

test("is not for visitors", async ({ ctx }) => {
  await expect(openFounding({ ...ctx, actor: { kind: "visitor" } })).rejects.toMatchObject({ code: "unauthenticated" });
});
