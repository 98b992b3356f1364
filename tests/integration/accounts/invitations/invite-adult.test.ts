import { describe, expect } from "vitest";
import { emails, householdMembers, invitations } from "@/db/schema";
import { inviteAdult } from "@/lib/accounts/invitations/invite-adult";
import { hashToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { aHousehold, aPerson, guardianOf } from "../../../support/factories";
import { aGuardianAccount, anAgentAccount, asVisitor, eventTypes } from "../../auth/people";

const email = "camille@exemple.fr";

async function anAdult(ctx: Context, role: "guardian" | "contact" = "guardian") {
  const household = await aHousehold(ctx);
  const person = await aPerson(ctx, { firstName: "Camille", lastName: "Durand" });
  await ctx.db.insert(householdMembers).values({ householdId: household.id, personId: person.id, role });
  return { personId: person.id, householdId: household.id };
}

test("sends a link whose token only the message holds, for seven days", async ({ ctx }) => {
  const adult = await anAdult(ctx);

  await inviteAdult(ctx, { ...adult, email: " Camille@Exemple.fr ", kind: "activation" });

  const [message] = await ctx.db.select().from(emails);
  expect(message).toMatchObject({ template: "account-activation", recipient: email });
  const [, token = ""] = /^http:\/\/localhost:3000\/activation\/([\w-]{43})$/.exec(String(message?.payload.url)) ?? [];
  expect(await ctx.db.select().from(invitations)).toMatchObject([
    { ...adult, email, tokenHash: hashToken(token), expiresAt: new Date("2026-09-16T08:00:00Z"), usedAt: null },
  ]);
  expect(await eventTypes(ctx)).toEqual(["invitation.sent"]);
});

test("lets a guardian invite the other one, in the words of a family", async ({ ctx }) => {
  const adult = await anAdult(ctx);
  const guardian = await guardianOf(ctx, { id: adult.householdId });

  await inviteAdult(guardian, { ...adult, email, kind: "guardian" });

  expect(await ctx.db.select({ template: emails.template }).from(emails)).toEqual([
    { template: "guardian-invitation" },
  ]);
});

describe("is refused", () => {
  test("to a stranger, to another family, and to a family in the structure's name", async ({ ctx }) => {
    const adult = await anAdult(ctx);
    const stranger = await guardianOf(ctx, await aHousehold(ctx));
    const own = await guardianOf(ctx, { id: adult.householdId });
    const invite = (ctx: Context, kind: "activation" | "guardian") => inviteAdult(ctx, { ...adult, email, kind });

    await expect(invite(asVisitor(ctx), "activation")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(invite(stranger, "guardian")).rejects.toMatchObject({ code: "not_found" });
    await expect(invite(own, "activation")).rejects.toMatchObject({ code: "not_found" });
    const { id } = await anAgentAccount(ctx, "billing_officer");
    const agent = { ...ctx, actor: { kind: "agent", accountId: id, role: "billing_officer" } } as const;
    await expect(invite(agent, "activation")).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(emails)).toEqual([]);
  });

  test("for someone who is no guardian of this household", async ({ ctx }) => {
    const contact = await anAdult(ctx, "contact");
    const elsewhere = { ...(await anAdult(ctx)), householdId: contact.householdId };
    for (const adult of [contact, elsewhere]) {
      await expect(inviteAdult(ctx, { ...adult, email, kind: "activation" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  test("for who has an account", async ({ ctx }) => {
    const account = await aGuardianAccount(ctx);
    const [householdId = ""] = account.householdIds;
    const again = { personId: account.personId, householdId, email, kind: "activation" } as const;
    await expect(inviteAdult(ctx, again)).rejects.toMatchObject({ code: "account_exists" });
  });
});
