import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { accounts, householdMembers, persons } from "@/db/schema";
import { inviteAdult } from "@/lib/accounts/invitations/invite-adult";
import { joinHousehold } from "@/lib/accounts/invitations/join-household";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { requestInvitation } from "@/lib/accounts/invitations/request-invitation";
import { attachSignUp } from "@/lib/accounts/sign-up/attach-sign-up";
import { findSession } from "@/lib/auth/queries";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aChild, aHousehold } from "../../../support/factories";
import { aGuardianAccount, aSession, as, asVisitor, eventTypes, later } from "../../auth/people";
import { adult, anOfficer, aSentSignUp, linkIn, templatesSent } from "../sign-up/requests";
import { aKnownAdult, email } from "./invited";

/** Camille has an account, and stands in a second household under the same mailbox. */
async function twoHomes(ctx: Context, changes: Partial<typeof persons.$inferInsert> = {}) {
  const account = await aGuardianAccount(ctx, { email });
  const known = await aKnownAdult(ctx, changes);
  await inviteAdult(ctx, { ...known, email, kind: "activation" });
  return { account, holder: as(ctx, account), known, token: await linkIn(ctx, "join-household") };
}

const homesOf = async ({ db }: Context, personId: string) =>
  (await db.select().from(householdMembers).where(eq(householdMembers.personId, personId))).map(
    ({ householdId }) => householdId,
  );

test("the invitation of a mailbox that has an account lets it join, when its holder says so", async ({ ctx }) => {
  const { account, holder, known, token } = await twoHomes(ctx);
  const child = await aChild(ctx, { id: known.householdId }, { firstName: "Adam" });
  expect(await findInvitation(asVisitor(ctx), token)).toMatchObject({ hasAccount: true });
  expect(await homesOf(ctx, account.personId)).toHaveLength(1);

  expect(await joinHousehold(holder, { token })).toEqual({ householdId: known.householdId });

  expect((await homesOf(ctx, account.personId)).sort()).toEqual([...account.householdIds, known.householdId].sort());
  expect(await homesOf(ctx, known.personId)).toEqual([]);
  expect(await ctx.db.select().from(accounts)).toHaveLength(1);
  const session = await findSession(ctx, await aSession(ctx, account.id));
  expect(session?.actor).toMatchObject({ householdIds: expect.arrayContaining([known.householdId]) });
  expect(await eventTypes(ctx)).toEqual(expect.arrayContaining(["household.joined", "invitation.joined"]));
  expect(await templatesSent(ctx)).toEqual(["household-joined", "join-household"]);
  expect(child.id).toBeTruthy();
});

describe("nobody is linked by a mailbox alone", () => {
  test("a stranger with the link joins nothing", async ({ ctx }) => {
    const { token, known } = await twoHomes(ctx);
    expect(await codeOf(joinHousehold(asVisitor(ctx), { token }))).toBe("unauthenticated");
    expect(await codeOf(joinHousehold(await anOfficer(ctx), { token }))).toBe("forbidden");
    expect(await homesOf(ctx, known.personId)).toEqual([known.householdId]);
  });

  test("two parents of one mailbox: the other one's link is refused, in a sentence", async ({ ctx }) => {
    const { holder, token } = await twoHomes(ctx, { firstName: "Nicolas" });
    await expect(joinHousehold(holder, { token })).rejects.toMatchObject({
      details: { message: expect.stringMatching(/au nom de Nicolas Durand/) },
    });
  });

  test("another account of the same person, signed in, may join with the link of the other mailbox", async ({
    ctx,
  }) => {
    const known = await aKnownAdult(ctx, { firstName: "CAMILLE", lastName: "Petit" });
    await inviteAdult(ctx, { ...known, email, kind: "activation" });
    const holder = as(ctx, await aGuardianAccount(ctx, { email: "perso@exemple.fr" }));
    expect(await codeOf(joinHousehold(holder, { token: await linkIn(ctx, "account-activation") }))).toBe("done");
  });
});

test("a link serves once, and lives seven days", async ({ ctx }) => {
  const { holder, token, account } = await twoHomes(ctx);
  expect(await codeOf(joinHousehold(as(later(ctx, 7 * 24 * 60), account), { token }))).toBe("link_expired");
  await joinHousehold(holder, { token });
  expect(await codeOf(joinHousehold(holder, { token }))).toBe("link_expired");
  expect(await codeOf(joinHousehold(holder, { token: "faux" }))).toBe("link_expired");
});

test("pressed twice at the same moment, it joins once", async ({ committed: ctx }) => {
  const { holder, token, account } = await twoHomes(ctx);
  const codes = await Promise.all([1, 2].map(() => codeOf(joinHousehold(holder, { token }))));
  expect(codes.sort()).toEqual(["done", "link_expired"]);
  expect(await homesOf(ctx, account.personId)).toHaveLength(2);
});

describe("who invites sees no difference, but for what cannot be", () => {
  test("an agent's mailbox, a closed account, or someone of the same household", async ({ ctx }) => {
    const known = await aKnownAdult(ctx);
    const invite = (address: string) => codeOf(inviteAdult(ctx, { ...known, email: address, kind: "activation" }));
    await anOfficer(ctx);
    expect(await invite("agent@exemple.fr")).toBe("address_taken");
    await aGuardianAccount(ctx, { email: "ferme@exemple.fr", disabledAt: ctx.now });
    expect(await invite("ferme@exemple.fr")).toBe("address_taken");
    const partner = await aGuardianAccount(ctx, { email: "meme@exemple.fr" });
    await ctx.db
      .insert(householdMembers)
      .values({ householdId: known.householdId, personId: partner.personId, role: "guardian" });
    expect(await invite("meme@exemple.fr")).toBe("address_taken");
  });

  test("the link can be asked for again from the public page", async ({ ctx }) => {
    await twoHomes(ctx);
    await requestInvitation(asVisitor(later(ctx, 5)), { email });
    expect((await templatesSent(ctx)).filter((template) => template === "join-household")).toHaveLength(2);
  });
});

test("who signs up with the address of their account is attached by joining, never by the address", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx, { email: adult.email });
  await ctx.db.update(persons).set({ firstName: adult.firstName }).where(eq(persons.id, account.personId));
  const { id } = await aSentSignUp(ctx);
  const household = await aHousehold(ctx, { name: "Leroy" });
  await attachSignUp(await anOfficer(ctx), { id, householdId: household.id });
  expect(await homesOf(ctx, account.personId)).toEqual(account.householdIds);
  await joinHousehold(as(ctx, account), { token: await linkIn(ctx, "join-household") });
  expect(await homesOf(ctx, account.personId)).toContain(household.id);
});
