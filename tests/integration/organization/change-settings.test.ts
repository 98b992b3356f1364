import { expect } from "vitest";
import { auditEvents, organization } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { changeSettings } from "@/lib/organization/change-settings";
import { changeColorInput, changeIdentityInput, changeSenderInput } from "@/lib/organization/input";
import { getSettings } from "@/lib/organization/queries/settings";
import { findTheme, forgetTheme } from "@/lib/organization/queries/theme";
import { test } from "../../support/database";
import { anOrganization } from "../../support/factories";
import { anIdentity } from "./identity";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "11111111-1111-4111-8111-111111111111", role },
});

test("writes what changed, empties what is empty, and tells old and new", async ({ ctx }) => {
  await anOrganization(ctx);
  const admin = as(ctx, "admin");
  await changeSettings(admin, { publisher: "Anne Morel, maire", host: "" });
  await changeSettings(admin, { publisher: "Paul Petit, maire" });

  expect(await ctx.db.select().from(organization)).toMatchObject([{ publisher: "Paul Petit, maire", host: null }]);
  const events = await ctx.db.select().from(auditEvents).orderBy(auditEvents.id);
  expect(events.map(({ data }) => data)).toMatchObject([
    { organization: { publisher: { old: null, new: "Anne Morel, maire" } } },
    { organization: { publisher: { old: "Anne Morel, maire", new: "Paul Petit, maire" } } },
  ]);
  expect((await getSettings(admin)).legalTexts.publisher).toBe("Paul Petit, maire");
});

test("nothing changed leaves no trace", async ({ ctx }) => {
  await anOrganization(ctx);
  await changeSettings(as(ctx, "admin"), { senderName: "" });
  expect(await ctx.db.select().from(auditEvents)).toEqual([]);
});

test("the colour is everywhere from the next page on", async ({ ctx }) => {
  await anOrganization(ctx);
  forgetTheme();
  expect(await findTheme(ctx)).toBe("");
  await changeSettings(as(ctx, "admin"), { primaryColor: "#7a1f5c" });
  expect(await findTheme(ctx)).toBe("");
  forgetTheme();
  expect(await findTheme(ctx)).toContain("--primary:#7a1f5c");
  forgetTheme();
});

test("is for those who hold the settings", async ({ ctx }) => {
  await anOrganization(ctx);
  for (const role of ["family_officer", "animator", "auditor"] as const) {
    await expect(changeSettings(as(ctx, role), { host: "X" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getSettings(as(ctx, role))).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("refuses in words a colour that nobody could read, and proposes the nearest", () => {
  const parsed = changeColorInput.safeParse({ primaryColor: "FFD500" });
  expect(parsed.error?.issues[0]?.message).toMatch(/trop claire .*contraste de 1,\d.* est #[0-9a-f]{6}\.$/);
  expect(changeColorInput.parse({ primaryColor: " 2C3FB8 " })).toEqual({ primaryColor: "#2c3fb8" });
  expect(changeColorInput.safeParse({ primaryColor: "red;}*{" }).success).toBe(false);
});

test("refuses an address of a site that is none, and a sender that would break the header of a message", () => {
  const identity = { ...anIdentity, website: "javascript:alert(1)", openingHours: "" };
  expect(changeIdentityInput.safeParse(identity).success).toBe(false);
  const sender = { senderName: 'Mairie" <autre@exemple.fr>', replyTo: "", vatMention: "" };
  expect(changeSenderInput.safeParse(sender).success).toBe(false);
});
