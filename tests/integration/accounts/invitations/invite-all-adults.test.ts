import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, emails } from "@/db/schema";
import { inviteAllAdults, requestAllInvitations } from "@/lib/accounts/invitations/invite-all-adults";
import { countInvitations, listAdultsWithoutAccount } from "@/lib/accounts/invitations/queries";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { asVisitor, later } from "../../auth/people";
import { anOfficer } from "../sign-up/requests";
import { aKnownAdult, anInvitationTo } from "./invited";

const recipients = async ({ db }: Context) =>
  (await db.select({ recipient: emails.recipient }).from(emails)).map((row) => row.recipient).sort();

async function aTown(ctx: Context) {
  await aKnownAdult(ctx, { email: "a@exemple.fr" });
  await aKnownAdult(ctx, { email: "b@exemple.fr" });
  await aKnownAdult(ctx, { email: null });
  const invited = await aKnownAdult(ctx, { email: "invited@exemple.fr" });
  await anInvitationTo(ctx, invited, "invited@exemple.fr");
  const active = await aKnownAdult(ctx, { email: "active@exemple.fr" });
  await ctx.db
    .insert(accounts)
    .values({ email: "active@exemple.fr", displayName: "A", personId: active.personId, createdAt: ctx.now });
}

test("invites each adult who has an address and nothing yet, once", async ({ ctx }) => {
  await aTown(ctx);

  expect(await inviteAllAdults(ctx)).toBe(2);
  expect(await inviteAllAdults(ctx)).toBe(0);

  expect(await recipients(ctx)).toEqual(["a@exemple.fr", "b@exemple.fr", "invited@exemple.fr"]);
});

test("writes once to two parents who share a mailbox", async ({ ctx }) => {
  await aKnownAdult(ctx, { email: "tous@exemple.fr" });
  await aKnownAdult(ctx, { email: "Tous@exemple.fr" });
  expect(await inviteAllAdults(ctx)).toBe(1);
  expect(await inviteAllAdults(ctx)).toBe(0);
});

test("never writes twice, though two workers run the job at the same moment", async ({ committed: ctx }) => {
  await aTown(ctx);
  await Promise.all([inviteAllAdults(ctx), inviteAllAdults(ctx), inviteAllAdults(ctx)]);
  expect(await recipients(ctx)).toEqual(["a@exemple.fr", "b@exemple.fr", "invited@exemple.fr"]);
});

test("invites again whose link has expired", async ({ ctx }) => {
  await aTown(ctx);
  await inviteAllAdults(ctx);
  expect(await inviteAllAdults(later(ctx, 8 * 24 * 60))).toBe(3);
});

test("is asked for by who reviews accounts, and waits once in the queue", async ({ ctx }) => {
  const agent = await anOfficer(ctx);
  await requestAllInvitations(agent);
  await requestAllInvitations(agent);
  const [jobs] = await ctx.db.execute(
    sql`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'invite-all-adults'`,
  );
  expect(jobs).toEqual({ count: 1 });

  const auditor = await anOfficer(ctx, "auditor", "audit@exemple.fr");
  await expect(requestAllInvitations(auditor)).rejects.toMatchObject({ code: "forbidden" });
  await expect(inviteAllAdults(asVisitor(ctx))).rejects.toMatchObject({ code: "unauthenticated" });
});

test("shows where the structure stands", async ({ ctx }) => {
  await aTown(ctx);
  const agent = await anOfficer(ctx);
  expect(await countInvitations(agent)).toEqual({ open: 1, invited: 1, invitable: 2, unreachable: 1 });
  const adults = await listAdultsWithoutAccount(agent);
  expect(adults.map(({ email, invitedAt }) => [email, invitedAt])).toEqual(
    expect.arrayContaining([
      ["a@exemple.fr", null],
      ["invited@exemple.fr", ctx.now],
    ]),
  );
});
