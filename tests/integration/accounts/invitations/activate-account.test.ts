import { describe, expect } from "vitest";
import { accounts } from "@/db/schema";
import { activateAccount } from "@/lib/accounts/invitations/activate-account";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { authenticate } from "@/lib/auth/authenticate";
import { newToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { aGuardianAccount, asVisitor, eventTypes, home, later } from "../../auth/people";
import { aKnownAdult, anInvitationTo, email } from "./invited";

const password = "Grenadine-Verte-42";
const expired = { code: "link_expired" };
const DAY = 24 * 60;

describe("a link", () => {
  test("opens the account of the person, who signs in with their password", async ({ ctx }) => {
    const adult = await aKnownAdult(ctx);
    const token = await anInvitationTo(ctx, adult);

    expect(await activateAccount(asVisitor(ctx), { token, password })).toEqual({ email });

    expect(await ctx.db.select().from(accounts)).toMatchObject([
      { email, displayName: "Camille Durand", personId: adult.personId, role: null },
    ]);
    expect(await eventTypes(ctx)).toContain("account.activated");
    const session = await authenticate(asVisitor(ctx), { email, password, origin: home });
    expect(session.actor).toMatchObject({ personId: adult.personId, householdIds: [adult.householdId] });
  });

  test("serves once, and the others of the person die with it", async ({ ctx }) => {
    const adult = await aKnownAdult(ctx);
    const [first, second] = [await anInvitationTo(ctx, adult), await anInvitationTo(later(ctx, 1), adult)];
    await activateAccount(asVisitor(later(ctx, 2)), { token: first, password });

    for (const token of [first, second]) {
      await expect(activateAccount(asVisitor(later(ctx, 2)), { token, password })).rejects.toMatchObject(expired);
    }
    expect(await ctx.db.select().from(accounts)).toHaveLength(1);
  });

  test("lives seven days", async ({ ctx }) => {
    const token = await anInvitationTo(ctx, await aKnownAdult(ctx));
    const open = (minutes: number) => activateAccount(asVisitor(later(ctx, minutes)), { token, password });

    await expect(open(7 * DAY)).rejects.toMatchObject(expired);
    await expect(open(7 * DAY - 1)).resolves.toEqual({ email });
  });

  test.for(["", "faux", newToken(), "a".repeat(43)])("that was made up (%s) is refused", async (token, { ctx }) => {
    await anInvitationTo(ctx, await aKnownAdult(ctx));
    await expect(activateAccount(asVisitor(ctx), { token, password })).rejects.toMatchObject(expired);
    expect(await ctx.db.select().from(accounts)).toEqual([]);
  });

  test("is not used up by being looked at, nor by a password that is refused", async ({ ctx }) => {
    const token = await anInvitationTo(ctx, await aKnownAdult(ctx));
    expect(await findInvitation(asVisitor(ctx), token)).toMatchObject({ email, firstName: "Camille" });
    await expect(activateAccount(asVisitor(ctx), { token, password: "trop court" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(activateAccount(asVisitor(ctx), { token, password })).resolves.toEqual({ email });
  });

  test("opens nothing when its address became someone else's account meanwhile", async ({ ctx }) => {
    const token = await anInvitationTo(ctx, await aKnownAdult(ctx));
    await aGuardianAccount(ctx, { email });
    await expect(activateAccount(asVisitor(ctx), { token, password })).rejects.toMatchObject({ code: "address_taken" });
    expect(await ctx.db.select().from(accounts)).toHaveLength(1);
  });
});

test("two links of one person, opened at the same moment, open one account", async ({ committed: ctx }) => {
  const adult = await aKnownAdult(ctx);
  const links = [await anInvitationTo(ctx, adult), await anInvitationTo(later(ctx, 1), adult, "autre@exemple.fr")];

  const outcomes = await Promise.allSettled(
    [...links, ...links].map((token) => activateAccount(asVisitor(later(ctx, 2)), { token, password })),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ctx.db.select().from(accounts)).toHaveLength(1);
});
