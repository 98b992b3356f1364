import { expect } from "vitest";
import { accounts, auditEvents, foundingLinks, organization } from "@/db/schema";
import { foundPortal } from "@/lib/accounts/founding/found-portal";
import { openFounding } from "@/lib/accounts/founding/open-founding";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { anIdentity } from "../../organization/identity";

const visiting = <C extends Context>(ctx: C): C => ({ ...ctx, actor: { kind: "visitor" } });

const asked = (token: string | undefined) => ({
  ...anIdentity,
  token: token ?? "",
  displayName: "Anne Morel",
  adminEmail: "anne.morel@exemple.fr",
  password: "Un-Bon-Depart-2026",
});

test("creates the organisation and its first administrator", async ({ ctx }) => {
  const token = await openFounding(ctx);
  await expect(foundPortal(visiting(ctx), asked(token))).resolves.toEqual({ email: "anne.morel@exemple.fr" });

  expect(await ctx.db.select().from(organization)).toMatchObject([{ shortName: "Saint-Aubin" }]);
  expect(await ctx.db.select().from(accounts)).toMatchObject([{ role: "admin", displayName: "Anne Morel" }]);
  const types = (await ctx.db.select().from(auditEvents)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["organization.created", "portal.founded"]));
  expect(await ctx.db.select().from(foundingLinks)).toMatchObject([{ usedAt: ctx.now }]);
});

test("refuses a wrong link, a weak password, and a second time", async ({ ctx }) => {
  const token = await openFounding(ctx);
  await expect(foundPortal(visiting(ctx), asked("x".repeat(43)))).rejects.toMatchObject({ code: "link_expired" });
  const weak = foundPortal(visiting(ctx), { ...asked(token), password: "azerty" });
  await expect(weak).rejects.toMatchObject({ details: { fields: { password: [expect.any(String)] } } });
  expect(await ctx.db.select().from(organization)).toEqual([]);

  await foundPortal(visiting(ctx), asked(token));
  await expect(foundPortal(visiting(ctx), asked(token))).rejects.toMatchObject({ code: "already_founded" });
});

test("of two people at the same moment, one founds", async ({ committed: ctx }) => {
  const token = await openFounding(ctx);
  const outcomes = await Promise.allSettled(
    ["anne@exemple.fr", "paul@exemple.fr"].map((adminEmail) =>
      foundPortal(visiting(ctx), { ...asked(token), adminEmail }),
    ),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "already_founded" } });
  expect(await ctx.db.select().from(accounts)).toHaveLength(1);
});
