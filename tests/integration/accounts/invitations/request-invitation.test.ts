import { describe, expect } from "vitest";
import { emails, invitations } from "@/db/schema";
import { activateAccount } from "@/lib/accounts/invitations/activate-account";
import { requestInvitation } from "@/lib/accounts/invitations/request-invitation";
import { test } from "../../../support/database";
import { aGuardianAccount, asVisitor, later } from "../../auth/people";
import { linkIn, templatesSent } from "../sign-up/requests";
import { aKnownAdult, anInvitationTo, email } from "./invited";

test("sends the link again to who was invited, and that one serves", async ({ ctx }) => {
  await anInvitationTo(ctx, await aKnownAdult(ctx, { email: null }));
  const muchLater = asVisitor(later(ctx, 8 * 24 * 60));

  await requestInvitation(muchLater, { email });

  expect(await templatesSent(ctx)).toEqual(["account-activation", "account-activation"]);
  const token = await linkIn(ctx, "account-activation");
  await expect(activateAccount(muchLater, { token, password: "Grenadine-Verte-42" })).resolves.toEqual({ email });
});

test("sends one to an adult whom the structure knows and never invited", async ({ ctx }) => {
  const adult = await aKnownAdult(ctx, { email: "Camille@Exemple.fr" });
  await requestInvitation(asVisitor(ctx), { email });
  expect(await ctx.db.select().from(invitations)).toMatchObject([{ ...adult, email, kind: "activation" }]);
});

test("tells who has an account already to sign in", async ({ ctx }) => {
  await aGuardianAccount(ctx, { email });
  await requestInvitation(asVisitor(ctx), { email });
  expect(await templatesSent(ctx)).toEqual(["account-exists"]);
});

describe("writes to nobody, and says nothing of it,", () => {
  test("when nobody is known at the address", async ({ ctx }) => {
    await expect(requestInvitation(asVisitor(ctx), { email })).resolves.toBeUndefined();
    expect(await ctx.db.select().from(emails)).toEqual([]);
  });

  test("when the account is disabled", async ({ ctx }) => {
    await aGuardianAccount(ctx, { email, disabledAt: ctx.now });
    await requestInvitation(asVisitor(ctx), { email });
    expect(await ctx.db.select().from(emails)).toEqual([]);
  });
});

test.for([true, false])("writes three times an hour at most (known address: %s)", async (known, { ctx }) => {
  if (known) await aKnownAdult(ctx);
  for (let i = 0; i < 3; i += 1) await requestInvitation(asVisitor(ctx), { email });
  await expect(requestInvitation(asVisitor(ctx), { email })).rejects.toMatchObject({ code: "too_many_attempts" });
});
