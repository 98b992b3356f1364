import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, emails } from "@/db/schema";
import { activateAgent } from "@/lib/accounts/agents/activate-agent";
import { inviteAgent } from "@/lib/accounts/agents/invite-agent";
import { authenticate } from "@/lib/auth/authenticate";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { aGuardianAccount, asVisitor, home } from "../../auth/people";
import { aMemberOfStaff } from "./staff";

const email = "nouveau@exemple.fr";
const password = "Grenadine-Verte-42";

async function aLink(ctx: Context): Promise<string> {
  const { agent } = await aMemberOfStaff(ctx, "admin");
  await inviteAgent(agent, { email, role: "site_manager" });
  const [sent] = await ctx.db.select().from(emails);
  return String(sent?.payload.url).split("/").at(-1) ?? "";
}

test("opens an account with the role that was given", async ({ ctx }) => {
  const token = await aLink(ctx);
  const visitor = asVisitor(ctx);

  await activateAgent(visitor, { token, displayName: "Inès Petit", password });

  const { actor, account } = await authenticate(visitor, { email, password, origin: home });
  expect(actor).toMatchObject({ kind: "agent", role: "site_manager" });
  expect(account.displayName).toBe("Inès Petit");
});

test("a link serves once, for seven days, and no forged one does", async ({ ctx }) => {
  const token = await aLink(ctx);
  const open = (ctx: Context, token: string) =>
    activateAgent(asVisitor(ctx), { token, displayName: "Inès Petit", password });

  await expect(open(later(ctx, 7 * 24 * 60 + 1), token)).rejects.toMatchObject({ code: "link_expired" });
  await expect(
    open(
      ctx,
      token.replace(/^./, (first) => (first === "a" ? "b" : "a")),
    ),
  ).rejects.toMatchObject({
    code: "link_expired",
  });
  await open(ctx, token);
  await expect(open(ctx, token)).rejects.toMatchObject({ code: "link_expired" });
});

test("a link opened twice at the same moment makes one account", async ({ committed: ctx }) => {
  const token = await aLink(ctx);
  const open = () => activateAgent(asVisitor(ctx), { token, displayName: "Inès Petit", password });

  const tries = await Promise.allSettled([open(), open(), open()]);

  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ctx.db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1);
});

test("a weak password, or an address taken meanwhile, leaves the link as it was", async ({ ctx }) => {
  const token = await aLink(ctx);
  const open = (password: string) => activateAgent(asVisitor(ctx), { token, displayName: "Inès Petit", password });
  await expect(open("azerty")).rejects.toMatchObject({ code: "invalid_input" });
  await aGuardianAccount(ctx, { email });
  await expect(open(password)).rejects.toMatchObject({ code: "address_taken" });
});
