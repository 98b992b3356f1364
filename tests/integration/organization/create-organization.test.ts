import { expect } from "vitest";
import { auditEvents, organization } from "@/db/schema";
import { createOrganization } from "@/lib/organization/create-organization";
import { test } from "../../support/database";
import { anIdentity } from "./identity";

test("writes who runs the portal, with its trace", async ({ ctx }) => {
  await createOrganization(ctx, anIdentity);
  expect(await ctx.db.select().from(organization)).toMatchObject([{ name: "Ville de Saint-Aubin", phone: null }]);
  expect(await ctx.db.select().from(auditEvents)).toMatchObject([{ type: "organization.created" }]);
});

test("is done once, and by nobody from outside", async ({ ctx }) => {
  await createOrganization(ctx, anIdentity);
  await expect(createOrganization(ctx, anIdentity)).rejects.toMatchObject({ code: "already_founded" });
  const visitor = { ...ctx, actor: { kind: "visitor" } } as const;
  await expect(createOrganization(visitor, anIdentity)).rejects.toMatchObject({ code: "unauthenticated" });
});
