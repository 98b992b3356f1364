import sharp from "sharp";
import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { brandOf, findOrganization } from "@/lib/core/organization";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { changeLogo } from "@/lib/organization/change-logo";
import { findLogo } from "@/lib/organization/queries/logo";
import { test } from "../../support/database";
import { anOrganization } from "../../support/factories";

const admin = (ctx: Context): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "11111111-1111-4111-8111-111111111111", role: "admin" },
});

const anImage = (width: number, format: "png" | "jpeg" | "gif" = "png") =>
  sharp({ create: { width, height: width, channels: 4, background: "#2c3fb8" } })
    .toFormat(format)
    .toBuffer();

test("keeps a logo drawn again and small, served under its own address", async ({ ctx }) => {
  await anOrganization(ctx);
  await changeLogo(admin(ctx), await anImage(900, "jpeg"));

  const organization = await findOrganization(ctx);
  const logo = organization && brandOf(organization).logo;
  const version = logo?.split("=")[1] ?? "";
  const served = await findLogo(ctx, version);
  expect(served?.isExact).toBe(true);
  expect(await sharp(Buffer.from(served?.bytes ?? [])).metadata()).toMatchObject({ format: "png", width: 512 });
  expect((await findLogo(ctx, "autre"))?.isExact).toBe(false);
  expect(await ctx.db.select().from(auditEvents)).toMatchObject([{ type: "settings.changed" }]);
});

test("another one replaces it, and its file; removed, there is none", async ({ ctx }) => {
  await anOrganization(ctx);
  await changeLogo(admin(ctx), await anImage(64));
  const first = (await findOrganization(ctx))?.logoKey ?? "";
  await changeLogo(admin(ctx), await anImage(32));
  expect(await fileStorage().exists(first)).toBe(false);
  await changeLogo(admin(ctx), undefined);
  expect(await findLogo(ctx, null)).toBeUndefined();
});

test("refuses what is no image, whatever it is called, and whoever may not", async ({ ctx }) => {
  await anOrganization(ctx);
  await expect(changeLogo(admin(ctx), Buffer.from("<svg onload=alert(1)>"))).rejects.toMatchObject({
    code: "file_type_refused",
  });
  await expect(changeLogo(admin(ctx), await anImage(10, "gif"))).rejects.toMatchObject({ code: "file_type_refused" });
  await expect(changeLogo(admin(ctx), new Uint8Array())).rejects.toMatchObject({ code: "file_empty" });
  const visitor = { ...ctx, actor: { kind: "visitor" } } as const;
  await expect(changeLogo(visitor, await anImage(10))).rejects.toMatchObject({ code: "unauthenticated" });
});
